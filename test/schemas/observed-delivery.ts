// The doors of delivery, through all of their answers: customers order and operate, runners lease and report.
import { expect } from "vitest";
import { readAccessKey, sealAccess } from "../../functions/delivery/access.ts";
import { digestOf } from "../../functions/delivery/agreement/check-order.ts";
import { signOrder } from "../../functions/delivery/agreement/countersign.ts";
import { RECEIPT_TYPE, payloadOf } from "../../functions/delivery/layers/receipt.ts";
import type { Delivery } from "../../functions/delivery/lifecycle/delivery.ts";
import { REQUEST_TAG, type MessageSigner, signedHeaders } from "../../functions/edge/http-signature.ts";
import { sha256Hex } from "../../functions/kernel/digest.ts";
import type { JsonObject } from "../../functions/trust/token/jws.ts";
import { customer } from "../delivery/agreement/parties.ts";
import { ED25519, P256, bytes, identity } from "../delivery/signing.ts";
import { fixedClock } from "../support/clock.ts";
import { RFC_8037_KEY, ringOf } from "../support/issuing.ts";
import { manifest } from "../support/manifests.ts";
import { signAcceptance } from "../support/ordering.ts";
import { TOKEN } from "../support/provider.ts";
import { accounts } from "./observed-accounts.ts";
import { STATES } from "./observed-states.ts";
import { ORIGIN, type Settings, type WholeNode } from "./whole-node.ts";

export interface Sent {
  readonly at?: string;
  readonly headers?: Record<string, string>;
  readonly body?: BodyInit;
  readonly node?: WholeNode;
  /** Of a stream: what comes first is enough. */
  readonly isStream?: true;
}

/** Sends a request for an operation, whose answer must be as declared; "201", or "404 no-such-order". */
export type Send = (operation: string, sent?: Sent) => Promise<string>;
type Make = (settings?: Partial<Settings>) => WholeNode;

const ID = "0b7d0c3e-5f0a-4c7e-9d53-0c8f6a1b2c3d";
const HELD = "1c8e1d4f-6a1b-4d8f-8e64-1d9a7b2c3d4e";
const OPERATION = "7f1f2c1e-8a54-4f0e-9a6f-2f4f0d8f1c1";
const DID = "did:web:cloud.example";
const PUT = "PUT /orders/{id}";
const READ = "GET /orders/{id}";
const ACCEPT = "POST /orders/{id}/agreement/acceptance";
const END = "POST /orders/{id}/agreement/termination";
const VERIFY = "POST /orders/{id}/agreement/verification";
const OPERATE = "POST /orders/{id}/operations/{operation}";
const ACCESS = "GET /orders/{id}/access";
const RECEIPT = "GET /orders/{id}/receipt";
const EVENTS = "GET /orders/{id}/events";
const REDRIVE = "POST /orders/{id}/events/{sequence}/redrive";
const TIMELINE = "GET /orders/{id}/timeline";
const LEASE = "POST /jobs/lease";
const REPORT = "POST /jobs/{run}/events";
const HEALTH = "POST /orders/{id}/health";

/** Who else asks there is no customer. */
const OF_RUNNERS = /^\/(jobs|states)\/|\/(usage|health)$/;

const MANIFEST = `PREFIX sh: <http://www.w3.org/ns/shacl#>\n${manifest(ORIGIN, [
  {
    id: "volume-s",
    more: `mpli:delivery [ mpli:by "ansible" ; mpli:binding "ansible:volume" ; mpli:parameter
      [ sh:name "size" ; sh:datatype cdt:ucum ; sh:minInclusive "1 GiBy" ; sh:defaultValue "2 GiBy" ] ] ;
      mpli:serviceLevel [ mpli:monitor <${customer.did}> ; mpli:objective [ schema:name "availability" ;
        mpli:metric mpli:availabilityMetric ; mpli:comparator sh:minInclusive ; mpli:target "99 %"^^cdt:ucum ;
        mpli:window "PT1H"^^<http://www.w3.org/2001/XMLSchema#duration> ] ] ;`,
  },
  { id: "undelivered" },
  { id: "terms", more: 'mpli:delivery [ mpli:by "command" ] ; mpli:prerequisite [ mpli:terms </terms> ] ;' },
  { id: "word", more: 'mpli:delivery [ mpli:by "command" ] ; mpli:prerequisite [ mpli:ask "business" ] ;' },
])}`;

interface Spoilt {
  readonly signer?: MessageSigner;
  /** Fields to change once they are signed; an empty one goes. */
  readonly spoil?: Fields | ((fields: Fields) => Fields);
  /** Seconds from now. */
  readonly shift?: number;
  /** Media type of the body; JSON unless said. */
  readonly type?: string;
  readonly headers?: Fields;
  readonly isStream?: true;
}

type Fields = Readonly<Record<string, string>>;

/** A node that sells, and parties that sign by its clock. */
export async function shop(send: Send, make: Make) {
  const clock = fixedClock();
  const [own, stranger, runner] = await Promise.all([
    identity(RFC_8037_KEY),
    identity(ED25519),
    identity(P256),
  ]);
  const node = make({ runners: [runner.did], now: clock.now });
  const headers = {
    Authorization: `Bearer ${TOKEN}`,
    "Content-Type": "text/turtle",
    "If-None-Match": "*",
  };
  const published = await node.request("/manifest", { method: "PUT", headers, body: MANIFEST });
  expect(published.status).toBe(201);
  const version = ((await node.request("/manifest")).headers.get("etag") ?? "").slice(1, 65);
  const seconds = () => Math.floor(clock.now().getTime() / 1000);
  let count = 0;

  const order = (more: Readonly<Record<string, unknown>> = {}): Promise<string> => {
    const payload = {
      type: "Order",
      id: ID,
      customer: customer.did,
      provider: DID,
      offer: `${ORIGIN}/offers/volume-s`,
      manifest: `sha256:${version}`,
      price: { amount: "0.1", currency: "EUR", per: "hour" },
      accessKey: { kty: "OKP", crv: "X25519", x: "hSDwCYkwp1R0i33ctD73Wg2_Og0mOBr066SpjqqbTmo" },
      iat: seconds(),
      exp: seconds() + 300,
      ...more,
    };
    return signOrder(JSON.parse(JSON.stringify(payload)) as JsonObject & { customer: string }, customer.sign);
  };
  const place = (body: string, id = ID, of = node) =>
    send(PUT, { node: of, at: `/orders/${id}`, headers: { "Content-Type": "application/jose" }, body });
  /** Sends what `signer` signed; `spoil` changes the fields afterwards. */
  const signed = async (
    operation: string,
    at: string,
    body?: string | Uint8Array<ArrayBuffer>,
    { signer = own.signer, spoil = {}, shift = 0, type = "application/json", ...more }: Spoilt = {},
  ) => {
    const [method = ""] = operation.split(" ");
    const content =
      body === undefined ? {} : { content: { type, body: typeof body === "string" ? bytes(body) : body } };
    const how = { tag: REQUEST_TAG, created: seconds() + shift, nonce: `n${++count}` } as const;
    const fields = await signedHeaders({ method, url: ORIGIN + at, ...content }, signer, how);
    const spoilt = typeof spoil === "function" ? spoil(fields) : spoil;
    const all = Object.entries({ ...fields, ...spoilt }).filter(([, value]) => value !== "");
    const sent = { node, at, headers: Object.fromEntries(all), ...more };
    return send(operation, body === undefined ? sent : { ...sent, body });
  };
  return { clock, node, version, own, stranger, runner, order, place, signed };
}

export type Shop = Awaited<ReturnType<typeof shop>>;

/** What is wrong with an order. */
export async function ordersRefused({ clock, node, order, place }: Shop, send: Send): Promise<void> {
  const jose = { "Content-Type": "application/jose" };
  const put = (more: Sent) => send(PUT, { node, at: `/orders/${ID}`, headers: jose, body: "x", ...more });
  expect(await put({ at: "/orders/1" })).toBe("404 no-such-order");
  expect(await put({ headers: { "Content-Type": "application/jwt" } })).toBe("415 unsupported-media-type");
  expect(await put({ headers: { ...jose, "Content-Encoding": "gzip" } })).toBe("415 unsupported-encoding");
  expect(await put({ body: "x".repeat(70_000) })).toBe("413 body-too-large");
  const now = clock.now().getTime();
  const digest = `sha256:${"a".repeat(64)}`;
  const nine = Array.from({ length: 9 }, (_, index) => `sha256:${String(index).repeat(64)}`);
  const refused: readonly [string, Readonly<Record<string, unknown>>][] = [
    ["422 order-malformed", { gift: true }],
    ["422 too-many-layers", { path: nine }],
    ["401 key-unknown", { customer: "did:web:nobody.example" }],
    ["422 order-of-another-id", { id: HELD }],
    ["401 signature-stale", { iat: now / 1000 - 3600, exp: now / 1000 - 1800 }],
    ["422 order-not-for-us", { provider: "did:web:other.example" }],
    ["422 order-loop", { path: [digestOf(DID)] }],
    ["422 past-deadline", { deadline: new Date(now - 1000).toISOString() }],
    ["404 offer-unknown", { offer: `${ORIGIN}/offers/none` }],
    ["409 offer-not-for-sale", { offer: `${ORIGIN}/offers/undelivered` }],
    ["409 offer-changed", { manifest: digest }],
    ["409 price-differs", { price: { amount: "0.2", currency: "EUR", per: "hour" } }],
    ["422 parameters-invalid", { parameters: { size: "1 By" } }],
    ["422 terms-not-accepted", { offer: `${ORIGIN}/offers/terms` }],
    ["422 prerequisites-missing", { offer: `${ORIGIN}/offers/word` }],
    ["422 callback-refused", { callback: "https://nobody.example/events" }],
  ];
  for (const [answer, more] of refused) expect(await place(await order(more)), answer).toBe(answer);
  const [header, payload] = (await order()).split(".");
  const another = (await order({ path: [digest] })).split(".")[2];
  expect(await place(`${header}.${payload}.${another}`)).toBe("401 signature-invalid");
}

/** An order that is held, bought, and lapses. */
export async function heldOrders({ clock, node, own, order, place, signed }: Shop, send: Send) {
  const accept = (body: string, id = HELD) =>
    send(ACCEPT, { node, at: `/orders/${id}/agreement/acceptance`, headers: jose, body });
  const jose = { "Content-Type": "application/jose" };
  const held = await order({ id: HELD, hold: 600 });
  const acceptance = await signAcceptance(own.did, sha256Hex(held), customer.sign);
  expect(await accept(acceptance)).toBe("404 no-such-order");
  expect(await place(held, HELD)).toBe("201");
  const verification = JSON.stringify({ agreement: `sha256:${"0".repeat(64)}` });
  const at = `/orders/${HELD}/agreement/verification`;
  expect(await signed(VERIFY, at, verification)).toBe("409 not-in-this-state");
  expect(await accept("x")).toBe("422 acceptance-malformed");
  expect(await accept("x".repeat(70_000))).toBe("413 body-too-large");
  const bare = { node, at: `/orders/${HELD}/agreement/acceptance`, body: "x" };
  expect(await send(ACCEPT, bare)).toBe("415 unsupported-media-type");
  const zipped = { ...bare, headers: { ...jose, "Content-Encoding": "gzip" } };
  expect(await send(ACCEPT, zipped)).toBe("415 unsupported-encoding");
  const other = await signAcceptance(own.did, "0".repeat(64), customer.sign);
  expect(await accept(other)).toBe("409 other-order");
  const [header, payload] = acceptance.split(".");
  expect(await accept(`${header}.${payload}.${other.split(".")[2]}`)).toBe("401 signature-invalid");
  const nobodys = await signAcceptance("did:web:nobody.example", sha256Hex(held), customer.sign);
  expect(await accept(nobodys)).toBe("401 signature-invalid");
  const { sign } = ringOf({ ...RFC_8037_KEY, kid: "none" });
  expect(await accept(await signAcceptance(own.did, sha256Hex(held), sign))).toBe("401 key-unknown");
  expect(await accept(acceptance)).toBe("200");
  const declined = HELD.replace("1", "3");
  expect(await place(await order({ id: declined, hold: 600 }), declined)).toBe("201");
  expect(await signed(END, `/orders/${declined}/agreement/termination`)).toBe("200");
  const asOperator = (token: string) => ({
    node,
    at: `/orders/${HELD}/agreement/termination`,
    headers: { Authorization: `Bearer ${token}` },
  });
  expect(await send(END, asOperator("guess"))).toBe("401 operator-only");
  expect(await send(END, asOperator(TOKEN))).toBe("409 not-in-this-state");
  clock.advance(3600);
  expect(await accept(acceptance)).toBe("409 agreement-ended");
  expect(await signed(VERIFY, at, verification)).toBe("409 agreement-ended");
}

/** What is wrong with a signature, and with a body that is signed, at every door that asks for one. */
export async function signaturesRefused({ own, runner, stranger, signed }: Shop): Promise<void> {
  const order = `/orders/${ID}`;
  const state = (path: string) => `/states/${ID}${path}?run=${ID}.1&epoch=1`;
  const doors: readonly [string, string, boolean][] = [
    [READ, order, false],
    [ACCESS, `${order}/access`, false],
    [RECEIPT, `${order}/receipt`, false],
    [EVENTS, `${order}/events`, false],
    [REDRIVE, `/orders/${ID}/events/1/redrive`, false],
    ["GET /orders/{id}/service-level", `${order}/service-level`, false],
    ["GET /orders/{id}/usage", `${order}/usage?period=2026-11`, false],
    ["GET /orders/{id}/bills/{period}", `${order}/bills/2026-11`, false],
    ["POST /orders/{id}/usage", `${order}/usage`, true],
    [HEALTH, `${order}/health`, true],
    [VERIFY, `${order}/agreement/verification`, true],
    [END, `${order}/agreement/termination`, false],
    [OPERATE, `${order}/operations/${OPERATION}1`, true],
    [LEASE, "/jobs/lease", true],
    [REPORT, `/jobs/${ID}.1/events`, true],
    [STATES.read, state(""), false],
    [STATES.write, state(""), true],
    [STATES.remove, state(""), false],
    [STATES.lock, state("/lock"), true],
    [STATES.unlock, state("/unlock"), true],
  ];
  for (const [door, at, hasBody] of doors) {
    const signer = OF_RUNNERS.test(at) ? runner.signer : own.signer;
    const body = hasBody ? "{}" : undefined;
    const spoilt: readonly [string, Record<string, string>][] = [
      ["415 unsupported-encoding", { "Content-Encoding": "gzip" }],
      ["413 body-too-large", { "Content-Length": "99999999" }],
      ["401 signature-missing", { Signature: "" }],
      ["401 signature-malformed", { Signature: "x" }],
      ["401 signature-incomplete", { "Content-Type": "text/plain", "Content-Digest": "" }],
    ];
    for (const [answer, spoil] of spoilt)
      expect(await signed(door, at, body, { signer, spoil }), door).toBe(answer);
    expect(await signed(door, at, body, { signer, shift: -9999 })).toBe("401 signature-stale");
    const spoil = (fields: Fields) => ({
      "Content-Type": "application/json",
      "Content-Digest": "sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:",
      "Signature-Input": (fields["Signature-Input"] ?? "").replace(
        '("@method" "@target-uri")',
        '("@method" "@target-uri" "content-digest" "content-type")',
      ),
    });
    expect(await signed(door, at, body, { signer, spoil })).toBe("401 digest-mismatch");
    const nobody = { ...signer, keyid: "did:web:nobody.example#1" };
    expect(await signed(door, at, body, { signer: nobody })).toBe("401 key-unknown");
    const forger = { ...stranger.signer, keyid: own.signer.keyid };
    expect(await signed(door, at, body, { signer: forger })).toBe("401 signature-invalid");
    if (!hasBody) continue;
    expect(await signed(door, at, body, { signer, type: "text/plain" })).toBe("415 unsupported-media-type");
    const bodies: readonly [string, string | Uint8Array<ArrayBuffer>][] = [
      ["400 not-utf-8", new Uint8Array([0x22, 0xff, 0x22])],
      ["400 malformed-json", "{"],
      ["400 duplicate-name", '{"a":1,"a":1}'],
      ["400 too-deep", `${"[".repeat(70)}${"]".repeat(70)}`],
    ];
    for (const [answer, wrong] of bodies) expect(await signed(door, at, wrong, { signer })).toBe(answer);
  }
  const strangers = { signer: stranger.signer };
  for (const [door, at, hasBody] of doors) {
    const refusal = OF_RUNNERS.test(at) ? "403 not-a-runner" : "404 no-such-order";
    expect(await signed(door, at, hasBody ? "{}" : undefined, strangers)).toBe(refusal);
  }
}

/** An order from its placing to an update that does not end, with all that can be asked of it. */
export async function orderDelivered(it: Shop, send: Send, closed: WholeNode): Promise<void> {
  const { node, order, place, signed, runner } = it;
  const at = (rest = "") => `/orders/${ID}${rest}`;
  const operate = (number: number, body: object) =>
    signed(OPERATE, at(`/operations/${OPERATION}${number}`), JSON.stringify(body));
  const lease = (body: object = { bindings: ["ansible:volume"] }) =>
    signed(LEASE, "/jobs/lease", JSON.stringify(body), { signer: runner.signer });
  const report = (
    epoch: number,
    type: string,
    { sequence = 1, ...data }: { [name: string]: unknown } = {},
  ) => {
    const events = [{ sequence, type, time: "2026-11-01T12:00:00Z", data }];
    return signed(REPORT, `/jobs/${ID}.${epoch}/events`, JSON.stringify({ epoch, events }), {
      signer: runner.signer,
    });
  };

  const look = (body: object) => healthOf(it, ID, body);

  const text = await order();
  expect(await look({ healthy: true })).toBe("404 no-such-order");
  expect(await place(text)).toBe("201");
  expect(await look({ healthy: true })).toBe("409 not-agreed");
  expect(await place(text)).toBe("200");
  expect(await place(await order({ path: [`sha256:${"a".repeat(64)}`] }))).toBe("409 id-reuse");
  expect(await signed(READ, at())).toBe("200");
  expect(await operate(1, { kind: "suspend" })).toBe("409 not-agreed");
  const verify = (body: object) => signed(VERIFY, at("/agreement/verification"), JSON.stringify(body));
  expect(await verify({})).toBe("422 verification-malformed");
  expect(await verify({ agreement: `sha256:${"0".repeat(64)}` })).toBe("409 other-agreement");
  const { agreement } = (await node.orders(ID).view())?.record ?? {};
  expect(await lease()).toBe("204");
  expect(await verify({ agreement: `sha256:${agreement?.digest}` })).toBe("200");

  expect(await lease({})).toBe("422 malformed-lease");
  expect(await lease()).toBe("200");
  expect(await report(1, "said")).toBe("422 malformed-report");
  expect(await report(9, "started")).toBe("404 no-such-job");
  expect(await report(1, "progress", { sequence: 2 })).toBe("409 sequence-gap");
  expect(await report(1, "succeeded")).toBe("422 not-of-this-action");
  expect(await report(1, "planned", { create: 1 })).toBe("200");
  expect(await report(1, "failed", { code: "x" })).toBe("409 sequence-reuse");
  expect(await report(1, "progress", { sequence: 2 })).toBe("409 stale-epoch");
  expect(await signed(ACCESS, at("/access"))).toBe("404 no-access-yet");
  expect(await signed(RECEIPT, at("/receipt"))).toBe("404 no-receipt-yet");
  expect(await lease()).toBe("200");
  expect(await report(2, "progress", { milestone: "made", percent: 60, jeopardy: "slow" })).toBe("200");
  const toward = readAccessKey({
    kty: "OKP",
    crv: "X25519",
    x: "hSDwCYkwp1R0i33ctD73Wg2_Og0mOBr066SpjqqbTmo",
  });
  if (!toward.ok) throw new Error(toward.refusal.reason);
  const sealed = await sealAccess({ secret: "1" }, toward.value, { order: ID });
  const access = sealed.ok ? sealed.value : "";
  const handUp = async (provider: string) =>
    await report(2, "succeeded", { sequence: 2, receipts: [await receiptBelow(provider)] });
  expect(await handUp(customer.did)).toBe("422 receipt-invalid");
  expect(await handUp("did:web:nobody.example")).toBe("503 receipt-not-checked");
  expect(await report(2, "succeeded", { sequence: 2, access, outputs: { size: "2 GiBy" } })).toBe("200");
  expect(await signed(ACCESS, at("/access"))).toBe("200");
  expect(await signed(RECEIPT, at("/receipt"))).toBe("200");

  expect(await look({ healthy: false })).toBe("422 malformed-health");
  expect(await look({ healthy: false, detail: "the disk is gone" })).toBe("200");
  expect(await signed(READ, at())).toBe("200");
  expect(await look({ healthy: true })).toBe("200");

  expect(await operate(1, { kind: "none" })).toBe("422 malformed-operation");
  expect(await operate(1, { kind: "resume" })).toBe("409 not-in-this-state");
  const update = (size: string) => ({ kind: "update", parameters: { size } });
  expect(await operate(1, update("1 By"))).toBe("422 parameters-invalid");
  expect(await operate(1, update("4 GiBy"))).toBe("202");
  expect(await operate(1, update("8 GiBy"))).toBe("409 id-reuse");
  expect(await operate(2, { kind: "suspend" })).toBe("409 operation-in-progress");
  expect(await look({ healthy: true })).toBe("409 operation-in-progress");
  expect(await lease()).toBe("200");
  expect(await report(3, "progress", { pastPointOfNoReturn: true })).toBe("200");
  expect(await operate(2, { kind: "cancel" })).toBe("409 past-point-of-no-return");
  expect(await signed(READ, at())).toBe("200");

  expect(await signed(EVENTS, at("/events"))).toBe("200");
  expect(await signed(EVENTS, at("/events?after=x"))).toBe("400 malformed-parameter");
  const stream = { Accept: "text/event-stream" };
  expect(await signed(EVENTS, at("/events"), undefined, { spoil: stream, isStream: true })).toBe("200");
  const key = (await node.orders(ID).view())?.record.view;
  const timeline = `/orders/${ID}/timeline?key=${key}`;
  expect(await send(TIMELINE, { node, at: timeline })).toBe("200");
  expect(await send(TIMELINE, { node, at: timeline, headers: stream, isStream: true })).toBe("200");
  const wrong = { ...stream, "Last-Event-ID": "x" };
  expect(await send(TIMELINE, { node, at: timeline, headers: wrong })).toBe("400 malformed-parameter");
  expect(await send(TIMELINE, { node, at: at("/timeline") })).toBe("404 no-such-order");

  expect(await signed(REDRIVE, at("/events/1/redrive"))).toBe("409 no-callback");
  const unowned = {
    node: closed,
    at: at("/agreement/termination"),
    headers: { Authorization: `Bearer ${TOKEN}` },
  };
  expect(await send(END, unowned)).toBe("403 no-operator");
  await accounts(it, ID, send, closed);
  await sentAgain(it);
  await changedOften(it);
  await republished(it, (size) => operateOf(it, ID, update(size)));
}

/** A receipt of an order that was made for another one. */
const receiptBelow = (provider: string): Promise<string> =>
  customer.sign(
    payloadOf({
      id: ID,
      provider,
      offer: "https://below.example/offers/one",
      agreement: `sha256:${"a".repeat(64)}`,
      state: "ACTIVE",
      at: 0,
      disclosure: "none",
      countries: [],
      certifications: [],
      below: [],
      every: { layers: 1, certifications: [] },
    }),
    { did: provider, typ: RECEIPT_TYPE, cty: "json" },
  );

const operateOf = ({ signed }: Shop, id: string, body: object) =>
  signed(OPERATE, `/orders/${id}/operations/${OPERATION}9`, JSON.stringify(body));

const healthOf = ({ signed, runner }: Shop, id: string, body: object) =>
  signed(HEALTH, `/orders/${id}/health`, JSON.stringify(body), { signer: runner.signer });

/** An order with a callback. */
async function sentAgain({ node, signed }: Shop): Promise<void> {
  const id = "3eaf3f6b-8c3d-4fab-8086-3fbc9d4e5f60";
  const { record } = (await node.orders(ID).view()) ?? {};
  if (!record) throw new Error("nothing was ordered");
  await node.orders(id).open({ ...record, id, callback: "https://customer.example/callbacks" });
  expect(await signed(REDRIVE, `/orders/${id}/events/1/redrive`)).toBe("202");
  expect(await signed(REDRIVE, `/orders/${id}/events/99/redrive`)).toBe("404 no-such-event");
}

/** An order that was changed as often as can be, and is halted. */
async function changedOften(it: Shop): Promise<void> {
  const id = "2d9f2e5a-7b2c-4e9a-9f75-2eab8c3d4e5f";
  const { record } = (await it.node.orders(ID).view()) ?? {};
  const delivery = record?.delivery;
  if (!record || !delivery) throw new Error("nothing was ordered");
  const halted: Delivery = { ...delivery, state: "SUSPENDED", generation: 1000 };
  await it.node.orders(id).open({ ...record, id, delivery: halted });
  expect(await operateOf(it, id, { kind: "resume" })).toBe("409 too-many-operations");
  expect(await healthOf(it, id, { healthy: true })).toBe("409 not-in-this-state");
}

/** What was sold is sold no longer, or cannot be read at the moment. */
async function republished(
  { node, order, place, signed }: Shop,
  update: (size: string) => Promise<string>,
): Promise<void> {
  node.graphs.clear();
  expect(await signed(RECEIPT, `/orders/${ID}/receipt`)).toBe("503 document-not-at-hand");
  expect(await place(await order({ id: HELD.replace("1", "2") }), HELD.replace("1", "2"))).toBe(
    "503 document-not-at-hand",
  );
  const headers = { Authorization: `Bearer ${TOKEN}`, "Content-Type": "text/turtle", "If-Match": "*" };
  const body = manifest(ORIGIN, [{ id: "another" }]);
  expect((await node.request("/manifest", { method: "PUT", headers, body })).ok).toBe(true);
  // It is held to what was agreed, and another change is being made.
  expect(await update("8 GiBy")).toBe("409 operation-in-progress");
  expect(await signed(RECEIPT, `/orders/${ID}/receipt`)).toBe("200");
}
