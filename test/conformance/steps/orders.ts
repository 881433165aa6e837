// Orders that the kit places as a customer, for an offer that it has the target publish.
import { createHash, generateKeyPairSync, randomUUID } from "node:crypto";
import type { Exam } from "../exam.ts";
import { type Answer, type JsonObject, isObject } from "../http.ts";
import { requirePublishing } from "../shelf.ts";
import { type Issuer, issuer, signed } from "./credentials.ts";
import { endAfterwards } from "./ending.ts";
import { manifestWith } from "./publications.ts";
import { ask, seconds } from "./signed-requests.ts";

export const ORDER_TYPE = "mpli-order+jwt";
export const ACCEPTANCE_TYPE = "mpli-acceptance+jwt";
export const AGREEMENT_TYPE = "mpli-agreement+jwt";

export const PRICE = { amount: "4.00", currency: "EUR", per: "month" };

/** What the kit's offer leaves to its customers. */
const PARAMETERS: readonly JsonObject[] = [
  { name: "size", datatype: "ucum", unit: "GiBy", required: true, atLeast: "1 GiBy", atMost: "64 GiBy" },
  { name: "name", datatype: "string", matches: "^[a-z][a-z0-9-]{0,30}$" },
  { name: "copies", datatype: "integer", atLeast: 1, atMost: 3, default: 2 },
  { name: "encrypted", datatype: "boolean", default: true },
  { name: "cache", datatype: "string", isOneOf: ["none", "read"], default: "none" },
];

/** An offer of the kit that the target sells. */
export interface Ware {
  readonly offer: string;
  /** Name of its delivery binding, by which runners ask: no other order of any run has it. */
  readonly binding: string;
  readonly provider: string;
  /** The digest of the manifest that has it, as an order names it. */
  readonly manifest: string;
}

/** The kit's offer as it is published; `more` changes its members. Names are not those of any run before. */
export function ware(more: JsonObject = {}): Offered {
  const id = `ware-${randomUUID()}`;
  return {
    id,
    class: "VirtualMachine",
    price: { ...PRICE, amount: 4 },
    delivery: { by: "command", binding: `kit:${id}`, parameter: PARAMETERS },
    ...more,
  };
}

const iriOf = (t: Exam, id: string): string => new URL(`/offers/${id}`, t.endpoint("manifest")).href;

/** The bindings of what was put on sale, by the IRIs of the offers. */
const bindings = new Map<string, string>();

/** An offer as it is published, by the last part of its IRI. */
export type Offered = JsonObject & { readonly id: string };

/** Has the target publish an offer and, maybe, others; the first of them is what is ordered. */
export async function sell(t: Exam, first: Offered = ware(), ...others: readonly Offered[]): Promise<Ware> {
  requirePublishing(t);
  t.status(await t.publish(manifestWith(t, [first, ...others])), 200, 201);
  const provider = t.declared.did ?? t.fail("`did` in the node document", "none");
  const answer = await t.get(t.endpoint("manifest"), { accept: "text/turtle" });
  t.status(answer, 200);
  const manifest = `sha256:${await (await t.graph(answer)).digest()}`;
  const { id, delivery } = first;
  const binding = isObject(delivery) ? String(delivery["binding"]) : "";
  bindings.set(iriOf(t, id), binding);
  return { offer: iriOf(t, id), binding, provider, manifest };
}

/** A customer that nobody has heard of: its DID is its key. */
export const customer = (): Issuer => issuer();

/** The payload of an order: sound, but for what a case changes; undefined takes a member out. */
export function orderOf(ware: Ware, by: Issuer, more: Readonly<Record<string, unknown>> = {}): JsonObject {
  const now = seconds();
  return {
    type: "Order",
    id: randomUUID(),
    customer: by.did,
    provider: ware.provider,
    offer: ware.offer,
    manifest: ware.manifest,
    price: PRICE,
    parameters: { size: "2 GiBy" },
    iat: now,
    exp: now + 240,
    ...more,
  };
}

/** Signs a payload as a token of a type; `header` changes what a sound header says. */
export function tokenOf(
  by: Issuer,
  typ: string,
  payload: JsonObject,
  header: Readonly<Record<string, unknown>> = {},
): string {
  return signed(by, JSON.stringify({ alg: by.alg, typ, kid: by.kid, ...header }), JSON.stringify(payload));
}

export const signOrder = (
  by: Issuer,
  payload: JsonObject,
  header?: Readonly<Record<string, unknown>>,
): string => tokenOf(by, ORDER_TYPE, payload, header);

export const orderAddress = (t: Exam, id: unknown, path = ""): string =>
  `${t.endpoint("orders").replace(/\/$/, "")}/${id}${path}`;

/** `PUT /orders/{id}` with a token, or with any other body. */
export function put(t: Exam, id: unknown, body: string): Promise<Answer> {
  return t.request(orderAddress(t, id), {
    method: "PUT",
    headers: { accept: "application/json", "content-type": "application/jose" },
    body,
  });
}

/** Signs an order and sends it. */
export const place = (t: Exam, by: Issuer, payload: JsonObject): Promise<Answer> =>
  put(t, payload["id"], signOrder(by, payload));

export interface Placed {
  readonly id: string;
  readonly by: Issuer;
  readonly address: string;
  readonly payload: JsonObject;
  readonly token: string;
  /** The order as the target answered. */
  readonly order: JsonObject;
}

/** An order that the target has taken; `more` changes its payload. */
export async function placed(
  t: Exam,
  ware: Ware,
  more: Readonly<Record<string, unknown>> = {},
  by: Issuer = customer(),
): Promise<Placed> {
  const payload = orderOf(ware, by, more);
  const id = String(payload["id"]);
  const token = signOrder(by, payload);
  const answer = await put(t, id, token);
  t.status(answer, 201);
  return { id, by, address: orderAddress(t, id), payload, token, order: answer.json() };
}

/** The order as it stands, for its customer. */
export async function standing(
  t: Exam,
  { by, address }: Pick<Placed, "by" | "address">,
): Promise<JsonObject> {
  const answer = await ask(t, by, address);
  t.status(answer, 200);
  return answer.json();
}

export function agreementIn(t: Exam, { agreement }: JsonObject): JsonObject {
  t.that(isObject(agreement), "an object in `agreement` of the order", JSON.stringify(agreement ?? null));
  return agreement;
}

/** The token that the target signed. */
export function documentIn(t: Exam, order: JsonObject): string {
  const { document } = agreementIn(t, order);
  t.that(
    typeof document === "string",
    "a token in `document` of `agreement`",
    JSON.stringify(document ?? null),
  );
  return document;
}

export const digestOf = (text: string): string => `sha256:${createHash("sha256").update(text).digest("hex")}`;

/** Says that the customer has looked at this document. */
export async function verify(t: Exam, one: Placed, document: string): Promise<Answer> {
  const body = { agreement: digestOf(document) };
  const answer = await ask(t, one.by, `${one.address}/agreement/verification`, { body });
  if (answer.status < 300) endAfterwards(t, one, bindings.get(String(one.payload["offer"])));
  return answer;
}

/** Ends an agreement, as its customer. */
export const decline = (t: Exam, { by, address }: Pick<Placed, "by" | "address">): Promise<Answer> =>
  ask(t, by, `${address}/agreement/termination`, { method: "POST" });

/** Ends an agreement, as the operator of the target. */
export const declineAsOperator = (t: Exam, { address }: Placed): Promise<Answer> =>
  t.request(`${address}/agreement/termination`, {
    method: "POST",
    headers: { ...t.operator(), accept: "application/json" },
  });

/** An order whose agreement is final, so that delivery begins. */
export async function ordered(
  t: Exam,
  ware: Ware,
  more: Readonly<Record<string, unknown>> = {},
  by: Issuer = customer(),
): Promise<Placed> {
  const one = await placed(t, ware, more, by);
  const answer = await verify(t, one, documentIn(t, one.order));
  t.status(answer, 200);
  return { ...one, order: answer.json() };
}

/** Accepts what an offer holds. */
export async function accept(t: Exam, one: Placed, token: string): Promise<Answer> {
  const answer = await t.request(`${one.address}/agreement/acceptance`, {
    method: "POST",
    headers: { accept: "application/json", "content-type": "application/jose" },
    body: token,
  });
  if (answer.status < 300) endAfterwards(t, one, bindings.get(String(one.payload["offer"])));
  return answer;
}

export const acceptanceOf = ({ by, token }: Placed, signer: Issuer = by): string =>
  tokenOf(signer, ACCEPTANCE_TYPE, { order: digestOf(token) });

/** A key pair that access is encrypted to (X25519); the public half stands in `accessKey` of an order. */
export function accessPair() {
  const { publicKey, privateKey } = generateKeyPairSync("x25519");
  return { jwk: publicKey.export({ format: "jwk" }) as JsonObject, privateKey };
}

/** Sends an order that has to be refused with this code; the problem document. */
export async function refusesOrder(
  t: Exam,
  by: Issuer,
  payload: JsonObject,
  [status, code]: readonly [number, string],
  id: unknown = payload["id"],
): Promise<JsonObject> {
  return t.refusal(await put(t, id, signOrder(by, payload)), status, code);
}
