// The node document as it is sent, and what the specification knows of endpoints, roles and features.
import { type JsonWebKey, createPublicKey, verify } from "node:crypto";
import type { Exam } from "../exam.ts";
import { type JsonObject, isObject } from "../http.ts";

export const NODE_DOCUMENT = "/.well-known/mpli";
export const DID_DOCUMENT = "/.well-known/did.json";

/** What must be declared beside each endpoint of the specification. */
export const ENDPOINTS: Readonly<Record<string, { readonly role?: string; readonly feature: string }>> = {
  manifest: { role: "provider", feature: "core" },
  changes: { role: "provider", feature: "changes" },
  check: { role: "provider", feature: "publishing" },
  providers: { role: "catalogue", feature: "core" },
  offers: { role: "catalogue", feature: "core" },
  matches: { feature: "matching" },
  compose: { feature: "composition" },
  verify: { feature: "verification" },
  policies: { feature: "policies" },
  verifyPresentation: { feature: "presentations" },
  requestPresentation: { feature: "presentations" },
  issue: { feature: "issuing" },
  status: { feature: "issuing" },
  issued: { feature: "issuing" },
  orders: { role: "provider", feature: "delivery" },
  lease: { role: "provider", feature: "delivery" },
  states: { role: "provider", feature: "states" },
  trigger: { feature: "testing" },
};

/** Endpoints where every request takes the operator's token or a signature. */
export const GUARDED = ["check", "issue", "status", "issued", "trigger", "orders", "lease", "states"];

/** Endpoints with nothing at their own address, and what may be asked for below it. */
const BELOW: Readonly<Record<string, string>> = {
  orders: "/0b7d0c3e-5f0a-4c7e-9d53-0c8f6a1b2c3d",
  states: "/0b7d0c3e-5f0a-4c7e-9d53-0c8f6a1b2c3d",
};

/** An address of an endpoint at which there is something that knows methods. */
export const doorAt = (t: Exam, name: string): string => t.endpoint(name) + (BELOW[name] ?? "");

export const FEATURES = [
  "core",
  "html",
  "versions",
  "changes",
  "publishing",
  "matching",
  "composition",
  "verification",
  "evidence",
  "policies",
  "presentations",
  "issuing",
  "delivery",
  "states",
  "testing",
];

/** The members of the node document. */
export async function nodeDocument(t: Exam): Promise<JsonObject> {
  const answer = await t.get(NODE_DOCUMENT);
  t.status(answer, 200);
  return answer.json();
}

/** The strings of a member that has one or several. */
export function namesIn(document: JsonObject, member: string): readonly unknown[] {
  return [document[member] ?? []].flat();
}

export function endpointsIn(t: Exam, document: JsonObject): JsonObject {
  const { endpoint } = document;
  t.that(isObject(endpoint), "an object in `endpoint`", JSON.stringify(endpoint ?? null));
  return endpoint;
}

/** The `did:web` of an origin: the colon before a port is percent-encoded, and so is all that a DID cannot hold (W3C DID §3.1). */
export function didOf(origin: string): string {
  return `did:web:${encodeURIComponent(new URL(origin).host)}`;
}

/** Whether a key has signed these bytes, by Ed25519 or by ECDSA with SHA-256; what is no key has signed nothing. */
export function isSignedBy(jwk: unknown, bytes: Uint8Array, signature: Uint8Array): boolean {
  try {
    const key = createPublicKey({ key: jwk as JsonWebKey, format: "jwk" });
    const algorithm = key.asymmetricKeyType === "ec" ? "sha256" : null;
    return verify(algorithm, bytes, { key, dsaEncoding: "ieee-p1363" }, signature);
  } catch {
    return false;
  }
}

/** The members of the DID document. */
export async function didDocument(t: Exam): Promise<JsonObject> {
  const answer = await t.get(DID_DOCUMENT);
  t.status(answer, 200);
  const document = answer.json();
  t.that(
    typeof document["id"] === "string",
    "a string as `id` of the DID document",
    answer.text.slice(0, 200),
  );
  return document;
}
