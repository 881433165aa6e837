// Requests that say who sends them: signatures by RFC 9421 over the digest of RFC 9530, as sound or as spoilt as a case has them.
import { createHash, randomUUID } from "node:crypto";
import type { Exam } from "../exam.ts";
import type { Answer, JsonObject } from "../http.ts";
import { type Issuer, signatureOf } from "./credentials.ts";

export const REQUEST_TAG = "mpli-request-1";
export const CALLBACK_TAG = "mpli-callback-1";

export interface Message {
  /** By default POST where there is a body, and GET where there is none. */
  readonly method?: string;
  /** A text, or a value that is sent as JSON. */
  readonly body?: string | JsonObject;
  readonly type?: string;
  readonly accept?: string;
}

/** What a signature says, where it is not what a sound one says. */
export interface Signature {
  /** The components that are covered. */
  readonly covers?: readonly string[];
  /** Parameters that are other than they should be; undefined takes one out. */
  readonly parameters?: Readonly<Record<string, string | number | undefined>>;
}

/** Seconds for which a signature of the kit holds. */
const LIFETIME = 240;

const HTTP_ALGORITHMS: Readonly<Record<string, string>> = { EdDSA: "ed25519", ES256: "ecdsa-p256-sha256" };

export const seconds = (): number => Math.floor(Date.now() / 1000);

/** `Content-Digest` of a body (RFC 9530). */
export const contentDigest = (body: string): string =>
  `sha-256=:${createHash("sha256").update(body).digest("base64")}:`;

/** The header fields of a signed request, in lower case. */
export function signedFields(
  by: Issuer,
  { method, url, type, text }: { method: string; url: string; type: string; text: string | undefined },
  { covers, parameters = {} }: Signature = {},
): Record<string, string> {
  const content: Record<string, string> =
    text === undefined ? {} : { "content-type": type, "content-digest": contentDigest(text) };
  const covered = covers ?? ["@method", "@target-uri", ...Object.keys(content)];
  const created = seconds();
  const stated = {
    created,
    expires: created + LIFETIME,
    keyid: by.kid,
    alg: HTTP_ALGORITHMS[by.alg],
    nonce: randomUUID(),
    tag: REQUEST_TAG,
    ...parameters,
  };
  const written = Object.entries(stated).flatMap(([name, value]) =>
    value === undefined ? [] : [`;${name}=${typeof value === "number" ? value : `"${value}"`}`],
  );
  const input = `(${covered.map((name) => `"${name}"`).join(" ")})${written.join("")}`;
  const values: Readonly<Record<string, string>> = { "@method": method, "@target-uri": url, ...content };
  const base = [
    ...covered.map((name) => `"${name}": ${values[name] ?? ""}`),
    `"@signature-params": ${input}`,
  ];
  const signature = signatureOf(by, Buffer.from(base.join("\n"))).toString("base64");
  return { ...content, "signature-input": `kit=${input}`, signature: `kit=:${signature}:` };
}

/** A request before it is sent: cases that spoil one change its fields or its text. */
export interface Outgoing {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export function signRequest(
  t: Exam,
  by: Issuer,
  address: string,
  { method, body, type = "application/json", accept = "application/json" }: Message = {},
  signature: Signature = {},
): Outgoing {
  const text = body === undefined || typeof body === "string" ? body : JSON.stringify(body);
  const verb = method ?? (text === undefined ? "GET" : "POST");
  const url = t.address(address);
  return {
    method: verb,
    headers: { accept, ...signedFields(by, { method: verb, url, type, text }, signature) },
    ...(text === undefined ? {} : { body: text }),
  };
}

/** Sends a request that is signed by this party. */
export function ask(
  t: Exam,
  by: Issuer,
  address: string,
  message: Message = {},
  signature: Signature = {},
): Promise<Answer> {
  return t.request(address, signRequest(t, by, address, message, signature));
}
