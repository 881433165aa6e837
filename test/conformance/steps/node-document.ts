// The node document as it is sent, and what the specification knows of endpoints, roles and features.
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
  trigger: { feature: "testing" },
};

export const FEATURES = [
  "core",
  "html",
  "versions",
  "changes",
  "publishing",
  "matching",
  "composition",
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

/** The `did:web` of an origin (did:web method specification: the colon before a port is percent-encoded). */
export function didOf(origin: string): string {
  return `did:web:${new URL(origin).host.replace(":", "%3A")}`;
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
