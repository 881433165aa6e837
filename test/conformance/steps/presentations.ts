// Presentations that the kit makes as a holder, and what a target says of them.
import { createHash } from "node:crypto";
import type { Exam } from "../exam.ts";
import { type Answer, type JsonObject, isObject } from "../http.ts";
import {
  CREDENTIALS,
  type Issuer,
  type Pair,
  credential,
  encode,
  enveloped,
  issuer,
  signed,
} from "./credentials.ts";

/** The checks of a presentation itself, in their order (MPLI-PRES-006). */
export const PRESENTATION_CHECKS = [
  "form",
  "key",
  "signature",
  "model",
  "time",
  "audience",
  "nonce",
  "holder",
];

/** A credential as a token about the holder, by an issuer of its own unless one is given. */
export function held(holder: Pick<Issuer, "did">, more: JsonObject = {}, by: Issuer = issuer()): string {
  const subject = { credentialSubject: { id: holder.did, name: "Holder" } };
  return tokenOf(by, credential(by, { ...subject, ...more }));
}

const tokenOf = ({ alg, kid, privateKey }: Issuer, payload: JsonObject) =>
  signed(
    { alg, privateKey },
    JSON.stringify({ alg, typ: "vc+jwt", cty: "vc", kid }),
    JSON.stringify(payload),
  );

/** A presentation of a holder: sound, but for what a case changes. */
export function presentation(
  { did }: Pick<Issuer, "did">,
  credentials: readonly string[],
  more: JsonObject = {},
): JsonObject {
  return {
    "@context": [CREDENTIALS],
    type: ["VerifiablePresentation"],
    holder: did,
    verifiableCredential: credentials.map(enveloped),
    ...more,
  };
}

/** Signs a presentation as a token; `header` changes what a sound header says, and undefined takes a member out. */
export function presentationToken(
  { alg, kid, privateKey }: Pick<Issuer, "alg" | "kid" | "privateKey">,
  payload: JsonObject,
  header: Readonly<Record<string, unknown>> = {},
): string {
  const whole = { alg, typ: "vp+jwt", cty: "vp", kid, ...header };
  return signed({ alg, privateKey }, JSON.stringify(whole), JSON.stringify(payload));
}

export const envelopedPresentation = (text: string, mediaType = "application/vp+jwt"): JsonObject => ({
  "@context": CREDENTIALS,
  type: "EnvelopedVerifiablePresentation",
  id: `data:${mediaType},${text}`,
});

export interface Request {
  readonly id: string;
  readonly nonce: string;
  readonly audience: string;
}

/** A query for one credential of any type. */
export const ANY_CREDENTIAL: JsonObject = { credentials: [{ id: "any", format: "vc+jwt", meta: {} }] };

/** Sends a query, and gives the answer whatever it is. */
export function ask(t: Exam, body: unknown): Promise<Answer> {
  return post(t, "requestPresentation", body);
}

/** A request that the target gave for a query. */
export async function requested(t: Exam, query: unknown = ANY_CREDENTIAL): Promise<Request> {
  const answer = await ask(t, { dcql_query: query });
  t.status(answer, 200);
  const { id, nonce, audience } = answer.json();
  t.that(
    [id, nonce, audience].every((one) => typeof one === "string"),
    "a request with texts in `id`, `nonce` and `audience`",
    answer.text.slice(0, 200),
  );
  return { id, nonce, audience } as Request;
}

/** Has the target verify what stands in `verifiablePresentation`. */
export function verifyPresentation(
  t: Exam,
  verifiablePresentation: unknown,
  options?: unknown,
): Promise<Answer> {
  return post(t, "verifyPresentation", {
    verifiablePresentation,
    ...(options === undefined ? {} : { options }),
  });
}

function post(t: Exam, endpoint: string, body: unknown): Promise<Answer> {
  return t.request(t.endpoint(endpoint), {
    method: "POST",
    headers: { accept: "application/json", "content-type": "application/json" },
    body: JSON.stringify(body),
  });
}

/** What the target found out about a presentation. */
export async function presentationFound(
  t: Exam,
  text: string,
  options?: JsonObject,
  mediaType?: string,
): Promise<JsonObject> {
  const answer = await verifyPresentation(t, envelopedPresentation(text, mediaType), options);
  t.status(answer, 200);
  const found = answer.json();
  t.equal(found["type"], "PresentationVerification", "the type of the answer is");
  return found;
}

export function objectsIn(t: Exam, found: JsonObject, member: string): JsonObject[] {
  const list = found[member];
  t.that(
    Array.isArray(list) && list.every(isObject),
    `a list of objects in \`${member}\``,
    JSON.stringify(list),
  );
  return list;
}

/** What a check of a presentation came to. */
export function checkNamed(t: Exam, found: JsonObject, name: string): JsonObject {
  return objectsIn(t, found, "checks").find(({ check }) => check === name) ?? {};
}

/** The presentation is valid as a whole. */
export function expectSound(t: Exam, found: JsonObject, what: string): void {
  t.equal([found["outcome"], found["verified"]], ["valid", true], `the outcome for ${what} is`);
}

/** The presentation ends with this code at this check. */
export function expectWrong(
  t: Exam,
  found: JsonObject,
  [check, code, outcome = "failed"]: readonly [check: string, code: string, outcome?: "failed" | "unknown"],
  what: string,
): void {
  const one = checkNamed(t, found, check);
  t.equal([one["outcome"], one["code"]], [outcome, code], `the check \`${check}\` of ${what} ends with`);
  const whole = outcome === "failed" ? "invalid" : "indeterminate";
  t.equal([found["outcome"], found["verified"]], [whole, false], `the outcome for ${what} is`);
}

/** Whether credentials answer a query that the target makes a request of, in a presentation that is sound but for them. */
export async function satisfiedBy(
  t: Exam,
  holder: Issuer,
  query: JsonObject,
  credentials: readonly string[],
): Promise<JsonObject> {
  const request = await requested(t, query);
  return presentationFound(t, answering(holder, credentials, request), { request: request.id });
}

/** A presentation of these credentials that answers a request. */
export function answering(holder: Issuer, credentials: readonly string[], request: Request): string {
  const { nonce, audience: aud } = request;
  return presentationToken(holder, presentation(holder, credentials, { nonce, aud }));
}

/** An SD-JWT VC without anything to disclose, bound to a key; the issuer is a DID. */
export function sdJwt(holder: Pair, claims: JsonObject = {}, by: Issuer = issuer()): string {
  const payload = {
    iss: by.did,
    vct: "https://credentials.example/membership",
    cnf: { jwk: holder.jwk },
    ...claims,
  };
  const header = { alg: by.alg, typ: "dc+sd-jwt", kid: by.kid };
  return `${signed(by, JSON.stringify(header), JSON.stringify(payload))}~`;
}

/** The SD-JWT with the proof that its holder presents it now, for this audience and nonce. */
export function keyBound(
  holder: Pair,
  text: string,
  { nonce, audience }: Pick<Request, "nonce" | "audience">,
  more: JsonObject = {},
  head: Readonly<Record<string, unknown>> = {},
): string {
  const sd_hash = encode(createHash("sha256").update(text).digest());
  const payload = { aud: audience, nonce, iat: Math.floor(Date.now() / 1000), sd_hash, ...more };
  const header = { alg: holder.alg, typ: "kb+jwt", ...head };
  return text + signed(holder, JSON.stringify(header), JSON.stringify(payload));
}
