// What the doors of orders tell whom: bytes that grew old, updates of what is sold no longer, and agreements that end.
import { base64url } from "jose";
import { beforeAll, describe, expect, test } from "vitest";
import { readAccessKey, sealAccess } from "../../functions/delivery/access.ts";
import { wholeNode } from "../schemas/whole-node.ts";
import { network } from "../support/catalogue.ts";
import { type Party, BINDING, party, publishVolumes, volumes } from "../support/ordering.ts";
import { TOKEN } from "../support/provider.ts";

const ORIGIN = "https://cloud.example";
/** RFC 9421, B.1.4. */
const RUNNER_KEY = {
  kty: "OKP",
  crv: "Ed25519",
  x: "JrQLj5P_89iXES9-vFgrIy29clF9CC_oPPsw3c5D0bs",
  d: "n4Ni-HpISpVObnQMW0wOhCKROaIKqKtW_2ZYb2p9KcU",
};
const JOSE = { "Content-Type": "application/jose" };
const OPERATOR = { Authorization: `Bearer ${TOKEN}` };

let late = 0;
let node: ReturnType<typeof wholeNode>;
const door = async (request: Request): Promise<Response> => {
  const { pathname, search } = new URL(request.url);
  const body = request.body === null ? {} : { body: await request.arrayBuffer() };
  return await node.request(pathname + search, {
    method: request.method,
    headers: request.headers,
    ...body,
  });
};
const [customer, runner]: readonly [Party, Party] = [party(door), party(door, RUNNER_KEY)];
let version: string;

beforeAll(async () => {
  const now = () => new Date(Date.now() + late);
  node = wholeNode({ net: network(), token: TOKEN, runners: [runner.did], now });
  version = await publishVolumes(door, ORIGIN, TOKEN);
});

const publish = (turtle: string) =>
  node.request("/manifest", {
    method: "PUT",
    headers: { ...OPERATOR, "Content-Type": "text/turtle", "If-Match": "*" },
    body: turtle,
  });

interface Order {
  readonly id: string;
  readonly state?: string;
  readonly agreement: { readonly state: string; readonly document: string; readonly digest: string };
}

async function placed(more: Readonly<Record<string, unknown>> = {}): Promise<Order & { token: string }> {
  const signed = await customer.sign(ORIGIN, version, more);
  const { status, body } = await customer.place(signed);
  expect(status).toBe(201);
  return { ...(body as unknown as Order), token: signed.token };
}

const at = ({ id }: Order, rest = "") => `${ORIGIN}/orders/${id}${rest}`;
const verify = (order: Order) =>
  customer.ask(at(order, "/agreement/verification"), { agreement: `sha256:${order.agreement.digest}` });

async function run(type: string, data: object = {}): Promise<void> {
  const { body } = await runner.ask<{ id: string; epoch: number }>(`${ORIGIN}/jobs/lease`, {
    bindings: [BINDING],
    waitSeconds: 0,
  });
  const events = [{ sequence: 1, type, time: "2026-11-23T12:00:00Z", data }];
  const told = await runner.ask(`${ORIGIN}/jobs/${body.id}/events`, { epoch: body.epoch, events });
  expect(told.status).toBe(200);
}

const put = (id: string, body: string) =>
  node.request(`/orders/${id}`, { method: "PUT", headers: JOSE, body });
const codeOf = async (answer: Response) =>
  `${answer.status} ${((await answer.json()) as { code: string }).code}`;

describe("the bytes of an order", () => {
  test("are answered while they are fresh, and afterwards to nobody", async () => {
    const order = await placed();
    const [, payload = ""] = order.agreement.document.split(".");
    const inside = JSON.parse(new TextDecoder().decode(base64url.decode(payload))) as { order: string };
    expect((await put(order.id, inside.order)).status).toBe(200);
    late = 599_000;
    expect((await put(order.id, inside.order)).status).toBe(200);
    late = 601_000;
    expect(await codeOf(await put(order.id, inside.order))).toBe("401 signature-stale");
    late = 0;
    expect((await customer.ask(at(order))).status).toBe(200);
  });

  test("that nobody signed tell nothing of an order", async () => {
    const [known, { token }] = [await placed(), await placed()];
    const other = known.token
      .split(".")
      .with(2, token.split(".")[2] ?? "")
      .join(".");
    for (const body of ["x", other]) {
      const answers = [known.id, crypto.randomUUID()].map(async (id) => await codeOf(await put(id, body)));
      const [first, second] = await Promise.all(answers);
      expect(first).toBe(second);
    }
  });
});

test("an update is known again, and held to what was agreed, whatever is sold by now", async () => {
  const order = await placed();
  expect((await verify(order)).status).toBe(200);
  await run("planned");
  await run("succeeded");
  const update = (id: string, size: string) =>
    customer.ask<{ code?: string }>(at(order, `/operations/${id}`), { kind: "update", parameters: { size } });
  const id = crypto.randomUUID();
  expect((await update(id, "4 GiBy")).status).toBe(202);
  await publish(volumes(ORIGIN).replace('"1 GiBy"', '"8 GiBy"').replace('"2 GiBy"', '"8 GiBy"'));
  expect((await update(id, "4 GiBy")).status).toBe(202);
  await publish(volumes(ORIGIN).replaceAll("volume-s", "volume-x"));
  expect((await update(id, "4 GiBy")).status).toBe(202);
  await run("succeeded");
  expect(await update(crypto.randomUUID(), "0.5 GiBy")).toMatchObject({
    status: 422,
    body: { code: "parameters-invalid" },
  });
  expect((await update(crypto.randomUUID(), "5 GiBy")).status).toBe(202);
  await run("succeeded");
  await publish(volumes(ORIGIN));
});

describe("an agreement", () => {
  const end = (order: Order, headers?: Readonly<Record<string, string>>) =>
    node.request(`/orders/${order.id}/agreement/termination`, {
      method: "POST",
      ...(headers ? { headers } : {}),
    });

  test("that is held ends at the word of the operator, and of nobody without a name", async () => {
    const order = await placed({ hold: 600 });
    expect(await codeOf(await end(order))).toBe("401 signature-missing");
    expect(await codeOf(await end(order, { Authorization: "Bearer guess" }))).toBe("401 operator-only");
    for (const _ of [1, 2])
      expect(await (await end(order, OPERATOR)).json()).toMatchObject({
        agreement: { state: "TERMINATED", endedBy: "provider", reason: "declined" },
      });
  });

  test("that is signed is the provider's no longer to end", async () => {
    expect(await codeOf(await end(await placed(), OPERATOR))).toBe("409 not-in-this-state");
  });
});

test("what no customer could open is not kept as access", async () => {
  const order = await placed();
  expect((await verify(order)).status).toBe(200);
  await run("planned");
  const { body } = await runner.ask<{ id: string; epoch: number }>(`${ORIGIN}/jobs/lease`, {
    bindings: [BINDING],
    waitSeconds: 0,
  });
  const tell = (access: string) =>
    runner.ask(`${ORIGIN}/jobs/${body.id}/events`, {
      epoch: body.epoch,
      events: [{ sequence: 1, type: "succeeded", time: "2026-11-23T12:00:00Z", data: { access } }],
    });
  const key = readAccessKey({ kty: "OKP", crv: "X25519", x: "hSDwCYkwp1R0i33ctD73Wg2_Og0mOBr066SpjqqbTmo" });
  const seal = async (id: string) => {
    const sealed = key.ok ? await sealAccess({ secret: "1" }, key.value, { order: id }) : key;
    return sealed.ok ? sealed.value : "";
  };
  for (const access of ["a.b.c.d.e", await seal(crypto.randomUUID())])
    expect(await tell(access)).toMatchObject({ status: 422, body: { member: "events[0].data.access" } });
  expect((await tell(await seal(order.id))).status).toBe(200);
});

describe("the timeline of a long life", () => {
  test("is reached by its key, and begins where it is asked to", async () => {
    const { body } = await customer.ask<{ timeline: string }>(at(await placed()));
    const { pathname, search } = new URL(body.timeline);
    const page = async (more: string) => await node.request(`${pathname}${search}${more}`);
    expect(await (await page("")).text()).toContain("agreement AGREED");
    expect(await (await page("&before=1")).text()).not.toContain("agreement AGREED");
    expect(await codeOf(await page("&before=none"))).toBe("400 malformed-parameter");
    for (const key of ["", "?key=x", `?key=${"0".repeat(32)}`])
      expect(await codeOf(await node.request(pathname + key))).toBe("404 no-such-order");
  });
});
