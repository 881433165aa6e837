// The doors of service levels, usage and bills, through all of their answers.
import { expect } from "vitest";
import type { Entry, EntryKind } from "../../functions/delivery/ledger.ts";
import type { OrderRecord } from "../../functions/delivery/record.ts";
import { customer, provider } from "../delivery/agreement/parties.ts";
import { TOKEN } from "../support/provider.ts";
import type { Send, Sent, shop } from "./observed-delivery.ts";
import { ORIGIN } from "./whole-node.ts";

type Shop = Awaited<ReturnType<typeof shop>>;

const LEVEL = "GET /orders/{id}/service-level";
const MEASURE = "POST /orders/{id}/measurements";
const USE = "POST /orders/{id}/usage";
const USAGE = "GET /orders/{id}/usage";
const BILL = "PUT /orders/{id}/bills/{period}";
const READ_BILL = "GET /orders/{id}/bills/{period}";

const SMALL = "5a0b1c2d-7b2c-4e9a-9f75-2eab8c3d4e5f";
const FULL = "6b1c2d3e-7b2c-4e9a-9f75-2eab8c3d4e5f";
const AGREED = "7c2d3e4f-7b2c-4e9a-9f75-2eab8c3d4e5f";
const NONE = "8d3e4f50-7b2c-4e9a-9f75-2eab8c3d4e5f";

const JSON_TYPE = { "Content-Type": "application/json" };
const OPERATOR = { ...JSON_TYPE, Authorization: `Bearer ${TOKEN}` };
const BY_TOKEN = { "Content-Type": "application/vc+jwt" };

/** An order of what is delivered, with what it promises; copies of it lack something, or are full. */
export async function accounts(it: Shop, id: string, send: Send, closed: Shop["node"]): Promise<void> {
  const { node, runner, signed } = it;
  const { record } = (await node.orders(id).view()) ?? {};
  if (!record?.delivery) throw new Error("nothing was delivered");
  const { serviceLevel: _, ...small } = record;
  const { delivery: __, ...agreed } = record;
  for (const [copy, of] of [
    [SMALL, small],
    [FULL, record],
    [AGREED, agreed],
  ] as const)
    await node.orders(copy).open({ ...of, id: copy });
  await fill(it, "usage");
  await fill(it, "measurement");

  expect(await signed(LEVEL, `/orders/${id}/service-level`)).toBe("200");
  expect(await signed(LEVEL, `/orders/${SMALL}/service-level`)).toBe("404 no-service-level");
  await measurements(it, record, send);

  const use = (usage: unknown, of = id) =>
    signed(USE, `/orders/${of}/usage`, JSON.stringify({ usage }), { signer: runner.signer });
  const line = {
    id: "1",
    meter: "Traffic",
    quantity: "2",
    unit: "GBy",
    from: "2026-11-01T12:00:00Z",
    until: "2026-11-01T12:00:01Z",
  };
  expect(await use([line], NONE)).toBe("404 no-such-order");
  expect(await use([line], AGREED)).toBe("409 not-agreed");
  expect(await use([])).toBe("422 malformed-usage");
  expect(await use([line])).toBe("200");
  expect(await use([{ ...line, quantity: "3" }])).toBe("409 booked-otherwise");
  expect(await use([{ corrects: "1", quantity: "-0.5" }])).toBe("200");
  expect(await use([{ corrects: "1", quantity: "-1" }])).toBe("409 booked-otherwise");
  expect(await use([{ corrects: "2", quantity: "-1" }])).toBe("422 malformed-usage");
  expect(await use([line], FULL)).toBe("409 too-many-entries");

  const usage = `/orders/${id}/usage?period=2026-11`;
  expect(await signed(USAGE, `/orders/${id}/usage`)).toBe("400 malformed-parameter");
  for (const Accept of ["text/csv", "application/json"])
    expect(await send(USAGE, { node, at: usage, headers: { ...OPERATOR, Accept } })).toBe("200");
  const late = () => use([{ ...line, id: "2" }]);
  await bills(it, id, { send, late });
  const at = `/orders/${id}/bills/2026-11`;
  expect(await send(BILL, { node, at, headers: JSON_TYPE, body: "{}" })).toBe("401 operator-only");
  expect(await send(BILL, { node: closed, at, headers: OPERATOR, body: "{}" })).toBe("403 no-operator");
  for (const [door, at] of [
    [LEVEL, `/orders/${id}/service-level`],
    [USAGE, usage],
    [READ_BILL, `/orders/${id}/bills/2026-11`],
  ] as const) {
    expect(await send(door, { node, at, headers: { Authorization: "Bearer x" } })).toBe("401 operator-only");
    expect(await send(door, { node: closed, at, headers: OPERATOR })).toBe("403 no-operator");
  }
}

async function measurements({ node }: Shop, record: OrderRecord, send: Send): Promise<void> {
  const { id, offer } = record;
  const state = (by: typeof customer, value: string, of = id) =>
    by.sign(
      {
        "@context": ["https://www.w3.org/ns/credentials/v2", "https://w3id.org/mpli/credentials/v1"],
        type: ["VerifiableCredential", "ServiceLevelMeasurementCredential"],
        issuer: by.did,
        credentialSubject: {
          id: offer,
          measurement: {
            objective: `${ORIGIN}/orders/${of}/service-level#availability`,
            value,
            from: "2026-11-01T11:01:00Z",
            until: "2026-11-01T12:01:00Z",
          },
        },
      },
      { did: by.did, typ: "vc+jwt", cty: "vc" },
    );
  const measure = (more: Sent, of = id) =>
    send(MEASURE, { node, at: `/orders/${of}/measurements`, headers: BY_TOKEN, body: "x", ...more });
  expect(await measure({ headers: { "Content-Type": "application/jwt" } })).toBe(
    "415 unsupported-media-type",
  );
  expect(await measure({ headers: { ...BY_TOKEN, "Content-Encoding": "gzip" } })).toBe(
    "415 unsupported-encoding",
  );
  expect(await measure({ body: "x".repeat(300_000) })).toBe("413 body-too-large");
  expect(await measure({ body: new Uint8Array([0xff]) })).toBe("400 not-utf-8");
  expect(await measure({}, NONE)).toBe("404 no-such-order");
  expect(await measure({}, SMALL)).toBe("404 no-service-level");
  expect(await measure({})).toBe("422 measurement-unproven");
  expect(await measure({ body: await state(provider, "98 %") })).toBe("403 not-a-monitor");
  expect(await measure({ body: await state(customer, "98 s") })).toBe("422 measurement-unfit");
  expect(await measure({ body: await state(customer, "98 %") })).toBe("200");
  expect(await measure({ body: await state(customer, "99 %") })).toBe("409 booked-otherwise");
  expect(await measure({ body: await state(customer, "98 %", FULL) }, FULL)).toBe("409 too-many-entries");
}

/** Bills in the month after. */
async function bills(
  { node, clock, signed }: Shop,
  id: string,
  { send, late }: { readonly send: Send; readonly late: () => Promise<string> },
): Promise<void> {
  const invoice = {
    invoiceNumber: "1",
    issueDate: "2026-12-01",
    totalVat: "0.00",
    document: {
      id: "https://cloud.example/1.xml",
      digestSRI: "sha256-8FIPnUcD1ahxGDsnXUgd49Qs32HzE+dGWVVq4F6yMPk=",
    },
  };
  const bill = (more: Sent, at = `/orders/${id}/bills/2026-11`) =>
    send(BILL, { node, at, headers: OPERATOR, body: JSON.stringify(invoice), ...more });
  expect(await bill({ body: "x".repeat(20_000) })).toBe("413 body-too-large");
  expect(await bill({ headers: { ...OPERATOR, "Content-Encoding": "gzip" } })).toBe(
    "415 unsupported-encoding",
  );
  expect(await bill({ headers: { ...OPERATOR, "Content-Type": "text/plain" } })).toBe(
    "415 unsupported-media-type",
  );
  expect(await bill({ body: new Uint8Array([0x22, 0xff]) })).toBe("400 not-utf-8");
  expect(await bill({ body: "{" })).toBe("400 malformed-json");
  expect(await bill({ body: '{"a":1,"a":1}' })).toBe("400 duplicate-name");
  expect(await bill({ body: `${"[".repeat(70)}${"]".repeat(70)}` })).toBe("400 too-deep");
  expect(await bill({ body: "{}" })).toBe("422 malformed-bill");
  expect(await bill({}, `/orders/${id}/bills/november`)).toBe("400 malformed-parameter");
  expect(await bill({}, `/orders/${NONE}/bills/2026-11`)).toBe("404 no-such-order");
  expect(await bill({}, `/orders/${AGREED}/bills/2026-11`)).toBe("409 not-agreed");
  expect(await bill({})).toBe("409 period-not-over");
  expect(await bill({}, `/orders/${id}/bills/2026-10`)).toBe("409 nothing-to-bill");
  expect(await signed(READ_BILL, `/orders/${id}/bills/2026-11`)).toBe("404 no-such-bill");
  clock.advance(31 * 86_400);
  expect(await bill({})).toBe("201");
  expect(await bill({})).toBe("200");
  expect(await bill({ body: JSON.stringify({ ...invoice, invoiceNumber: "2" }) })).toBe(
    "409 booked-otherwise",
  );
  expect(await signed(READ_BILL, `/orders/${id}/bills/2026-11`)).toBe("200");
  expect(await late()).toBe("409 period-billed");
}

/** As much is booked as can be. */
async function fill({ node }: Shop, kind: EntryKind): Promise<void> {
  const entries = Array.from(
    { length: 5000 },
    (_, index): Entry => ({ kind, id: `full-${index}`, period: "2026-11", digest: "", value: { met: true } }),
  );
  const filled = await node.orders(FULL).enter(entries);
  expect(filled.ok).toBe(true);
}
