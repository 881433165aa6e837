// Credentials that the target issues for its operator, opened and looked up in its status lists.
import { randomUUID } from "node:crypto";
import { gunzipSync } from "node:zlib";
import type { Exam } from "../exam.ts";
import { type Answer, type JsonObject, brief, isObject } from "../http.ts";
import { CREDENTIALS } from "./credentials.ts";
import { didDocument, isSignedBy } from "./node-document.ts";

/** A token, read without believing it. */
export interface Opened {
  readonly compact: string;
  readonly header: JsonObject;
  readonly payload: JsonObject;
}

export interface Entry {
  readonly purpose: string;
  readonly list: string;
  readonly index: number;
}

/** A credential as an operator writes it: about a subject that nobody else names. */
export function wanted(more: JsonObject = {}): JsonObject {
  return {
    "@context": [CREDENTIALS],
    type: ["VerifiableCredential"],
    credentialSubject: { id: "did:web:subject.conformance.example", name: "Subject of a conformance case" },
    ...more,
  };
}

/** An id that was never given. */
export const newId = (): string => `urn:uuid:${randomUUID()}`;

const sendJson = (t: Exam, endpoint: string, body: unknown): Promise<Answer> =>
  t.request(t.endpoint(endpoint), {
    method: "POST",
    headers: { ...t.operator(), accept: "application/json", "content-type": "application/json" },
    body: JSON.stringify(body),
  });

/** Asks for a credential; what is issued is revoked when the case has ended. `more` are members beside it. */
export async function issue(
  t: Exam,
  credential: unknown,
  options?: JsonObject,
  more: JsonObject = {},
): Promise<Answer> {
  const answer = await sendJson(t, "issue", { credential, ...(options ? { options } : {}), ...more });
  if (answer.status !== 201) return answer;
  t.afterwards(async () => {
    const { payload } = openIssued(t, answer);
    if (entriesIn(payload).some(({ purpose }) => purpose === "revocation"))
      await change(t, String(payload["id"]), { revocation: true });
  });
  return answer;
}

/** A sound credential that was issued. */
export async function issued(t: Exam, more: JsonObject = {}, options?: JsonObject): Promise<Opened> {
  const answer = await issue(t, wanted(more), options);
  t.status(answer, 201);
  return openIssued(t, answer);
}

function openIssued(t: Exam, answer: Answer): Opened {
  const { verifiableCredential } = answer.json();
  const { type, id } = isObject(verifiableCredential) ? verifiableCredential : {};
  t.equal(type, "EnvelopedVerifiableCredential", "the type of what was issued is");
  const [, compact] = /^data:application\/vc\+jwt,(.+)$/s.exec(String(id)) ?? [];
  t.that(compact !== undefined, "a token behind `data:application/vc+jwt,` in `id`", brief(String(id)));
  return opened(t, compact);
}

/** Reads a token of two JSON objects. */
export function opened(t: Exam, compact: string): Opened {
  const [header, payload] = compact.split(".").map((part) => {
    try {
      return JSON.parse(Buffer.from(part, "base64url").toString()) as unknown;
    } catch {
      return undefined;
    }
  });
  t.that(isObject(header) && isObject(payload), "a token of two JSON objects", brief(compact));
  return { compact, header, payload };
}

/** Sends changes of a credential's status. */
export function change(
  t: Exam,
  credentialId: string,
  bits: Readonly<Record<string, unknown>>,
): Promise<Answer> {
  const credentialStatus = Object.entries(bits).map(([statusPurpose, status]) => ({
    type: "BitstringStatusListEntry",
    statusPurpose,
    status,
  }));
  return sendJson(t, "status", { credentialId, credentialStatus });
}

/** Where the status of a credential stands, as it says itself. */
export function entriesIn({ credentialStatus }: JsonObject): Entry[] {
  return [credentialStatus ?? []]
    .flat()
    .filter(isObject)
    .filter(({ type }) => type === "BitstringStatusListEntry")
    .map(({ statusPurpose, statusListCredential, statusListIndex }) => ({
      purpose: String(statusPurpose),
      list: String(statusListCredential),
      index: typeof statusListIndex === "string" ? Number(statusListIndex) : Number.NaN,
    }));
}

/** The entry of one purpose. */
export function entryOf(t: Exam, { payload }: Opened, purpose = "revocation"): Entry {
  const found = entriesIn(payload).filter((entry) => entry.purpose === purpose);
  t.equal(found.length, 1, `the number of entries for ${purpose} is`);
  return found[0] ?? t.fail(`an entry for ${purpose}`, "none");
}

/** A status list as anyone reads it. */
export async function readList(t: Exam, address: string): Promise<Opened & { readonly answer: Answer }> {
  const answer = await t.get(address, { accept: "application/vc+jwt" });
  t.status(answer, 200);
  return { answer, ...opened(t, answer.text.trim()) };
}

/** The bits of a list (Bitstring Status List, 3.4). */
export function bitsOf(t: Exam, { payload }: Opened): Uint8Array {
  const { credentialSubject } = payload;
  const encoded = isObject(credentialSubject) ? String(credentialSubject["encodedList"]) : "";
  t.that(/^u[\w-]+$/.test(encoded), "`encodedList` in multibase base64url", brief(encoded));
  try {
    return gunzipSync(Buffer.from(encoded.slice(1), "base64url"));
  } catch (error) {
    return t.fail("`encodedList` compressed by gzip", String(error));
  }
}

/** Whether the bit of an entry is set now. */
export async function isSet(t: Exam, { list, index }: Entry): Promise<boolean> {
  const bits = bitsOf(t, await readList(t, list));
  return (((bits[index >> 3] ?? 0) >> (7 - (index & 7))) & 1) === 1;
}

/** Waits until the bit is so: who reads a list may see a copy for some minutes, and who reads it first may not. */
export async function expectBit(t: Exam, entry: Entry, isTrue: boolean): Promise<void> {
  const what = `the bit of ${entry.purpose} ${isTrue ? "set" : "unset"}`;
  await t.eventually(what, async () => ((await isSet(t, entry)) === isTrue ? true : undefined));
}

/** The token is signed by a key that the target's DID document lists under `assertionMethod`. */
export async function expectOwnSignature(t: Exam, { compact, header }: Opened): Promise<void> {
  const document = await didDocument(t);
  const { kid, alg } = header;
  const did = String(document["id"]);
  const idsIn = (name: string) =>
    [document[name] ?? []].flat().map((one) => (isObject(one) ? String(one["id"]) : String(one)));
  const isListed = idsIn("assertionMethod").some((id) => id === kid || did + id === kid);
  t.that(
    isListed,
    "a key under `assertionMethod` of the DID document in `kid`",
    brief(JSON.stringify(kid ?? null)),
  );
  const methods = ["verificationMethod", "assertionMethod"].flatMap((name) => [document[name] ?? []].flat());
  const method = methods.filter(isObject).find(({ id }) => id === kid || did + String(id) === kid);
  const jwk = method?.["publicKeyJwk"];
  const [head, body, signature = ""] = compact.split(".");
  const input = Buffer.from(`${head}.${body}`);
  if (alg !== "ES256" && alg !== "EdDSA" && alg !== "Ed25519") t.cannotTell(`signed by ${String(alg)}`);
  const isOfAlg = isObject(jwk) && (jwk["kty"] === "EC") === (alg === "ES256");
  const holds = isOfAlg && isSignedBy(jwk, input, Buffer.from(signature, "base64url"));
  t.that(holds, "a signature that holds with the key in `kid`", brief(compact));
}

/** What the operator is told of a credential that was issued. */
export async function listed(t: Exam, id: string): Promise<JsonObject> {
  let address: string | undefined = t.endpoint("issued");
  for (let pages = 0; address !== undefined && pages < MOST_PAGES; pages++) {
    const answer: Answer = await t.get(address, { ...t.operator(), accept: "application/json" });
    t.status(answer, 200);
    const { credential, next } = answer.json();
    const found = [credential ?? []].flat().find((one) => isObject(one) && one["id"] === id);
    if (isObject(found)) return found;
    address = typeof next === "string" ? next : undefined;
  }
  return t.fail(`the credential ${id} in the list of what was issued`, "none");
}

const MOST_PAGES = 1000;

/** The manifest under the target's signature. */
export async function signedManifest(t: Exam): Promise<{ readonly answer: Answer; readonly signed: Opened }> {
  const answer = await t.get(t.endpoint("manifest"), { accept: "application/vc+jwt" });
  if (answer.status === 404) t.inapplicable("the target has published no manifest");
  t.status(answer, 200);
  return { answer, signed: opened(t, answer.text.trim()) };
}
