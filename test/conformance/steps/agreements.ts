// What the target and the kit agree on, as the kit checks it: the target's token, and whether delivery has begun.
import type { Exam } from "../exam.ts";
import { type JsonObject, brief, isObject } from "../http.ts";
import { didDocument, isSignedBy } from "./node-document.ts";
import type { Placed } from "./orders.ts";
import { ask } from "./signed-requests.ts";

export interface ReadDocument {
  readonly header: JsonObject;
  readonly payload: JsonObject;
}

/** The parts of a token that a key of the target's DID has signed; any other fails. */
export async function readDocument(t: Exam, document: string): Promise<ReadDocument> {
  const [head = "", body = "", signature = ""] = document.split(".");
  const [header, payload] = [partOf(t, head), partOf(t, body)];
  const { kid } = header;
  const { id, verificationMethod } = await didDocument(t);
  const methods = [verificationMethod ?? []].flat().filter(isObject);
  const method = methods.find((one) => absolute(id, one["id"]) === absolute(id, kid));
  t.that(isObject(method?.["publicKeyJwk"]), "a key of the target's DID document in `kid`", String(kid));
  const bytes = [Buffer.from(`${head}.${body}`), Buffer.from(signature, "base64url")] as const;
  const holds = isSignedBy(method["publicKeyJwk"], ...bytes);
  t.that(holds, "a signature by the key in `kid`", `another one over ${brief(document)}`);
  return { header, payload };
}

const absolute = (did: unknown, id: unknown) => (String(id).startsWith("#") ? `${did}${id}` : String(id));

function partOf(t: Exam, part: string): JsonObject {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, "base64url").toString());
    if (isObject(value)) return value;
  } catch {
    // Told below.
  }
  return t.fail("a compact JWS whose header and payload are JSON objects", brief(part));
}

/** Whether the order shows a state of delivery. */
export const hasBegun = (order: JsonObject): boolean => order["state"] !== undefined;

/** What the events of an order are about, in their order. */
export async function eventKinds(t: Exam, { by, address }: Placed): Promise<readonly string[]> {
  const answer = await ask(t, by, `${address}/events?after=0`);
  t.status(answer, 200);
  const { events } = answer.json();
  t.that(Array.isArray(events), "a list in `events`", brief(answer.text));
  return events.filter(isObject).map((event) => String(event["type"]).split(".").at(-1) ?? "");
}
