// A callback that the kit plays: it consents, hears of events, and answers them as a case has it.
import { createHash, randomUUID } from "node:crypto";
import type { Exam } from "../exam.ts";
import { type JsonObject, type Received, brief, isObject } from "../http.ts";
import type { Reply } from "../parties/network.ts";
import type { Asked, Party } from "../parties/provider.ts";
import { didDocument, isSignedBy } from "./node-document.ts";
import { type Placed, customer, orderAddress, orderOf, place, sell, signOrder } from "./orders.ts";
import { ask } from "./signed-requests.ts";

/** A status, or an answer with header fields. */
export type EventAnswer = number | { readonly status: number; readonly headers: Record<string, string> };

export interface Callback {
  readonly address: string;
  /** What the target sent there, in order. */
  readonly asked: () => readonly Asked[];
  /** Events among it, with the text that came. */
  readonly told: () => readonly Told[];
  /** How events are answered from now on; `before` is how many came earlier. */
  readonly answer: (how: (told: Told, before: number) => EventAnswer) => void;
}

export interface Told {
  readonly event: JsonObject;
  readonly sequence: number;
  readonly text: string;
  readonly request: Asked;
}

/** One party hears for all callbacks of a case: some networks have room for one only. */
const parties = new WeakMap<Exam, Promise<Party>>();

/** Fields by which a host consents; by default, to everyone. */
export async function callback(
  t: Exam,
  consent: (request: Asked) => EventAnswer = () => ({
    status: 200,
    headers: { "webhook-allowed-origin": "*" },
  }),
): Promise<Callback> {
  const opened = parties.get(t) ?? t.party();
  parties.set(t, opened);
  const party = await opened;
  const path = `/kit/hears/${randomUUID()}`;
  const asked = () => party.asked.filter((request) => request.path === path);
  const told = () =>
    asked()
      .filter(({ method }) => method === "POST")
      .map(toldBy);
  let how: (told: Told, before: number) => EventAnswer = () => 204;
  party.answer(path, () => {
    const last = asked().at(-1);
    if (last?.method === "OPTIONS") return replyOf(consent(last));
    const all = told();
    const now = all.at(-1);
    return replyOf(last?.method === "POST" && now ? how(now, all.length - 1) : 405);
  });
  return { address: party.origin + path, asked, told, answer: (next) => void (how = next) };
}

function toldBy(request: Asked): Told {
  const text = new TextDecoder().decode(request.body);
  const event = jsonOf(text);
  return { event, sequence: Number(event["sequence"]), text, request };
}

function jsonOf(text: string): JsonObject {
  try {
    const value = JSON.parse(text) as unknown;
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}

function replyOf(answer: EventAnswer): Reply & Received {
  const { status, headers } = typeof answer === "number" ? { status: answer, headers: {} } : answer;
  return { status, headers, body: new Uint8Array() };
}

/** An order that names the callback; a target that cannot reach the kit decides nothing. */
export async function orderedWith(t: Exam, hook: Callback): Promise<Placed> {
  const by = customer();
  const payload = orderOf(await sell(t), by, { callback: hook.address });
  const answer = await place(t, by, payload);
  if (answer.status === 422 && hook.asked().length === 0)
    t.cannotTell("the target does not reach the callback that the kit plays");
  t.status(answer, 201);
  const id = String(payload["id"]);
  return {
    id,
    by,
    address: orderAddress(t, id),
    payload,
    token: signOrder(by, payload),
    order: answer.json(),
  };
}

/** Waits until so many events have come, each time one is sent counted. */
export function heard(t: Exam, hook: Callback, count: number): Promise<readonly Told[]> {
  return t.eventually(`event ${count} at the callback`, async () => {
    const told = hook.told();
    return told.length >= count ? told : undefined;
  });
}

/** The events of an order, for its customer. */
export async function eventsOf(t: Exam, { by, address }: Placed): Promise<JsonObject[]> {
  const answer = await ask(t, by, `${address}/events`);
  t.status(answer, 200);
  return [answer.json()["events"] ?? []].flat().filter(isObject);
}

/** Has an event sent again. */
export const redrive = (t: Exam, { by, address }: Placed, sequence: number | string) =>
  ask(t, by, `${address}/events/${sequence}/redrive`, { method: "POST", body: {} });

/** RFC 8785 of what events are made of: names in ASCII, and whole numbers. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const members = Object.keys(value).sort();
  return `{${members.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(",")}}`;
}

const INPUT = /(?:^|,)\s*([a-z*][a-z0-9_.*-]*)=(\(([^)]*)\)((?:;[^,]*?tag="mpli-callback-1"[^,]*)))/;

/** What came is signed for callbacks, over all of it, by a key under `assertionMethod` of the target's DID document. */
export async function expectCallbackSignature(t: Exam, { request, text }: Told): Promise<void> {
  const { headers, method, url } = request;
  const found = INPUT.exec(headers["signature-input"] ?? "");
  const [, label = "", input = "", covered = ""] = found ?? [];
  t.that(
    found !== null,
    "a signature with the tag mpli-callback-1",
    brief(headers["signature-input"] ?? "none"),
  );
  const components = [...covered.matchAll(/"([^"]+)"/g)].map(([, name = ""]) => name);
  for (const name of ["@method", "@target-uri", "content-digest", "content-type"])
    t.that(components.includes(name), `the signature to cover ${name}`, covered);
  const digest = `sha-256=:${createHash("sha256").update(text).digest("base64")}:`;
  t.that(
    (headers["content-digest"] ?? "").includes(digest),
    digest,
    brief(headers["content-digest"] ?? "no digest"),
  );
  const [, keyid = ""] = /;keyid="([^"]+)"/.exec(input) ?? [];
  const document = await didDocument(t);
  const did = String(document["id"]);
  const isIt = (id: unknown) => id === keyid || did + String(id) === keyid;
  const listed = [document["assertionMethod"] ?? []].flat();
  t.that(
    listed.some((one) => isIt(isObject(one) ? one["id"] : one)),
    "a key under `assertionMethod` of the DID document in `keyid`",
    brief(keyid),
  );
  const methods = [document["verificationMethod"] ?? [], listed].flat().filter(isObject);
  const jwk = methods.find(({ id }) => isIt(id))?.["publicKeyJwk"];
  const values: Record<string, string | undefined> = { ...headers, "@method": method, "@target-uri": url };
  const base = [
    ...components.map((name) => `"${name}": ${values[name]}`),
    `"@signature-params": ${input}`,
  ].join("\n");
  const signature = new RegExp(`(?:^|,)\\s*${label}=:([^:]*):`).exec(headers["signature"] ?? "")?.[1] ?? "";
  const holds = isSignedBy(jwk, Buffer.from(base), Buffer.from(signature, "base64"));
  t.that(holds, "a signature that holds with the key in `keyid`", brief(signature));
}
