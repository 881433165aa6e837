// A reseller's offer that is made of two suppliers': placed, rolled up, changed, compensated, and proven.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { MpliBinding } from "../../functions/cli/runner/adapters/mpli/binding.ts";
import { mpli } from "../../functions/cli/runner/adapters/mpli.ts";
import type { Tool } from "../../functions/cli/runner/adapters/adapter.ts";
import { openAccess } from "../../functions/delivery/access.ts";
import { checkChain } from "../../functions/delivery/layers/chain.ts";
import { holds } from "../../functions/delivery/layers/every.ts";
import { BoundedMap } from "../../functions/edge/bounded-map.ts";
import { guardedFetch } from "../../functions/edge/guard.ts";
import { resolver } from "../../functions/trust/did/resolve.ts";
import { type Party, readParty } from "../../functions/cli/orders/party.ts";
import { sha256Hex } from "../../functions/kernel/digest.ts";
import { mpli as mpliCommand } from "../cli/mpli.ts";
import { providerNode } from "../support/provider.ts";
import { type Bought, type Shown, bought } from "./buying.ts";
import { until } from "./in-process.ts";
import {
  type RealNode,
  type Worker,
  type Workshop,
  forSale,
  realNode,
  startWorker,
  workshop,
} from "./real-node.ts";

let folder: string;
let nodes: RealNode[];
let workers: Worker[];
let customer: Party;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "mpli-layers-"));
  [nodes, workers] = [[], []];
  customer = await readParty(join(folder, "customer.json"));
});

afterEach(async () => {
  await Promise.all(workers.map((worker) => worker.kill()));
  await Promise.all(nodes.map((node) => node.stop()));
  await rm(folder, { recursive: true, force: true });
});

async function supplier(name: string, shop: Workshop): Promise<RealNode> {
  const node = await realNode({ leaseSeconds: 5 });
  nodes.push(node);
  await node.publish([forSale(name, `kit:${name}`)]);
  workers.push(await startWorker(node, { [`kit:${name}`]: shop.bound }));
  return node;
}

type Component = MpliBinding["components"][number];

const component = (name: string, node: RealNode, more: Partial<Component> = {}): Component => ({
  name,
  offer: `${node.origin}/offers/${name}`,
  node: node.origin,
  currency: "EUR",
  values: {},
  parameters: { size: "size" },
  terms: [],
  dependsOn: [],
  ...more,
});

function layer(components: readonly Component[], more: Partial<MpliBinding> = {}) {
  const binding: MpliBinding = {
    customer: join(folder, "reseller.json"),
    disclosure: "full",
    marginSeconds: 60,
    everySeconds: 0.03,
    components,
    outputs: { path: "disk.path" },
    ...more,
  };
  return { adapter: mpli(binding), environment: [], graceSeconds: 1 };
}

async function reseller(
  components: readonly Component[] | ((node: RealNode) => readonly Component[]),
  more: Partial<MpliBinding> = {},
): Promise<RealNode> {
  const node = await realNode({ leaseSeconds: 1 });
  nodes.push(node);
  await node.publish([forSale("bundle", "mpli:bundle", "mpli")]);
  const made = typeof components === "function" ? components(node) : components;
  workers.push(await startWorker(node, { "mpli:bundle": layer(made, more) }));
  return node;
}

const buy = (node: RealNode, more: Record<string, unknown> = {}, offer = "bundle") =>
  bought(customer, node, { offer, more, log: () => workers.flatMap(({ log }) => log).join("\n") });

const resolveKey = () => {
  const fetcher = guardedFetch((...request) => fetch(...request), { loopback: true }, 5);
  return resolver({ fetch: fetcher, now: Date.now, loopback: true, cache: new BoundedMap(1_000_000) });
};

const told = async ({ address }: Bought) =>
  await (await customer.ask(`${address}/events`, { method: "GET" })).text();

async function chainOf(node: RealNode, { id, address }: Bought) {
  const answer = await customer.ask(`${address}/receipt`, { method: "GET" });
  const given = (await answer.json()) as { receipt: string; below: string[] };
  const chain = await checkChain(given, { order: id, provider: node.did }, resolveKey());
  if (!chain.ok) throw new Error(JSON.stringify(chain.refusal));
  return { ...chain.value, given };
}

async function world(more: Partial<MpliBinding> = {}, act?: Parameters<typeof workshop>[2]) {
  const done: string[] = [];
  const [disk, copy] = [workshop("disk", done), workshop("copy", done, act)];
  const suppliers = [await supplier("disk", disk), await supplier("copy", copy)] as const;
  const components = [
    component("copy", suppliers[1], { dependsOn: ["disk"] }),
    component("disk", suppliers[0]),
  ];
  const node = await reseller(components, more);
  return { node, suppliers, done, disk, copy, components };
}

const messages = ({ conditions = [] }: Shown) => conditions.map(({ message }) => message).join();

test("an offer is delivered by orders at two suppliers, in the order in which they need each other", async () => {
  const { node, suppliers, done } = await world();
  const order = await buy(node, { disclosure: "full" });
  const shown = await order.state("ACTIVE");
  expect(done).toEqual(["disk apply 3 GiBy", "copy apply 3 GiBy"]);
  expect(shown.outputs).toEqual({ path: "/disk" });
  const sealed = await (await customer.ask(`${order.address}/access`, { method: "GET" })).text();
  expect(await openAccess(sealed, customer.openingKey, { order: order.id })).toMatchObject({
    value: { disk: { secret: "disk lets you in" }, copy: { secret: "copy lets you in" } },
  });
  for (const each of suppliers) {
    const [below, ...more] = await each.orders();
    expect(more).toEqual([]);
    expect(below?.record).toMatchObject({ path: [`sha256:${sha256Hex(node.did)}`], disclosure: "full" });
    expect(below?.record.customer).not.toBe(customer.did);
    expect(below?.record.accessKey).not.toMatchObject({ x: customer.accessKey.x });
    expect(below?.record.callback).toBeUndefined();
  }
  const chain = await chainOf(node, order);
  expect(chain.layers.map(({ depth, proof, provider }) => [depth, proof, provider])).toEqual([
    [0, "signed", node.did],
    [1, "signed", suppliers[0].did],
    [1, "signed", suppliers[1].did],
  ]);
  expect(holds({ country: "EU" }, chain.every)).toBe(true);
  expect(holds({ certification: "ISO27001" }, chain.every)).toBe(true);
  expect(holds({ certification: "SOC2" }, chain.every)).toBe(false);
});

test("when the second order fails, the first is ended and erased, and nothing is left", async () => {
  const broken = { type: "failed", code: "no-space", detail: "copy.example is full" } as const;
  const fails = async ({ job }: Tool) => (job.action === "apply" ? broken : undefined);
  const { node, suppliers, done, disk, copy } = await world({}, fails);
  const order = await buy(node);
  const shown = await order.state("FAILED");
  expect(done).toEqual([
    "disk apply 3 GiBy",
    "copy apply 3 GiBy",
    "copy destroy",
    "disk stop",
    "disk destroy",
  ]);
  expect([disk.things.size, copy.things.size]).toEqual([0, 0]);
  const states = await Promise.all(suppliers.map((each) => each.orders()));
  expect(states.flat().map(({ record }) => record.delivery?.state)).toEqual(["TERMINATED", "FAILED"]);
  // What a supplier says in its own words could name it.
  const events = await (await customer.ask(`${order.address}/events`, { method: "GET" })).text();
  expect(events).toContain("component-failed");
  expect(events).not.toContain("copy.example");
  expect(messages(shown)).not.toContain("copy.example");
});

test("orders are ended in the reverse of the order in which they need each other", async () => {
  const { node, done, suppliers } = await world();
  const order = await buy(node);
  await order.state("ACTIVE");
  done.length = 0;
  expect(await order.operate("terminate")).toBe(202);
  await order.state("RETRIEVAL");
  expect(done).toEqual(["copy stop", "disk stop"]);
  expect((await chainOf(node, order)).layers).toHaveLength(3);
  expect(await order.operate("erase")).toBe(202);
  await order.state("TERMINATED");
  expect(done).toEqual(["copy stop", "disk stop", "copy destroy", "disk destroy"]);
  const [below] = await suppliers[0].orders();
  expect(below?.record.delivery?.state).toBe("TERMINATED");
  const { receipt, layers } = await chainOf(node, order);
  expect([receipt.state, layers.length]).toEqual(["TERMINATED", 3]);
});

test("an order that is cancelled is cancelled below, and removed", async () => {
  const hangs = async ({ job, signal }: Tool) => {
    if (job.action !== "apply") return undefined;
    await new Promise((resolve) => signal.addEventListener("abort", resolve));
    return { type: "failed", code: "stopped", detail: "as asked" } as const;
  };
  const { node, done, disk, copy, suppliers } = await world({}, hangs);
  const order = await buy(node);
  await until(async () => done.includes("copy apply 3 GiBy"));
  expect(await order.operate("cancel")).toBe(202);
  await order.state("FAILED");
  expect([disk.things.size, copy.things.size]).toEqual([0, 0]);
  const states = await Promise.all(suppliers.map((each) => each.orders()));
  expect(states.flat().map(({ record }) => record.delivery?.state)).toEqual(["TERMINATED", "FAILED"]);
});

test.each([0, 90, 250])("a runner that dies after %i ms orders nothing twice", async (ms) => {
  const { node, suppliers, done, components } = await world();
  const order = await buy(node);
  await until(async () => (await suppliers[0].orders()).length > 0);
  await sleep(ms);
  await workers.at(-1)?.kill();
  expect(await order.state("UNKNOWN", "ACTIVE", "PLANNED")).toBeDefined();
  workers.push(await startWorker(node, { "mpli:bundle": layer(components) }));
  await order.state("ACTIVE");
  for (const each of suppliers) expect(await each.orders()).toHaveLength(1);
  expect(done).toEqual(["disk apply 3 GiBy", "copy apply 3 GiBy"]);
  expect((await chainOf(node, order)).layers).toHaveLength(3);
});

test("an order that comes back to a provider is refused there, and what was ordered on the way is removed", async () => {
  const disk = workshop("disk");
  const below = await supplier("disk", disk);
  const node = await reseller((own) => [
    component("disk", below),
    component("bundle", own, { dependsOn: ["disk"] }),
  ]);
  const order = await buy(node);
  await order.state("FAILED");
  expect(await node.orders()).toHaveLength(1);
  expect(await told(order)).toContain("order-loop");
  expect(disk.done).toEqual(["disk apply 3 GiBy", "disk stop", "disk destroy"]);
});

test("a loop over two resellers is seen by the first that it comes back to", async () => {
  const first = await realNode({ leaseSeconds: 1 });
  nodes.push(first);
  const second = await reseller([component("bundle", first)]);
  await first.publish([forSale("bundle", "mpli:bundle", "mpli")]);
  const customerFile = join(folder, "first.json");
  const tools = { "mpli:bundle": layer([component("bundle", second)], { customer: customerFile }) };
  workers.push(await startWorker(first, tools));
  const order = await buy(first);
  await order.state("FAILED");
  expect([await first.orders(), await second.orders()].map(({ length }) => length)).toEqual([1, 1]);
  const [between] = await second.orders();
  expect(between?.record.delivery?.state).toBe("FAILED");
});

test("an order with eight layers above it is not passed on", async () => {
  const { node, suppliers } = await world();
  const path = Array.from({ length: 8 }, (_, index) => `sha256:${String(index).repeat(64)}`);
  const order = await buy(node, { path });
  await order.state("FAILED");
  expect(await told(order)).toContain("too-many-layers");
  expect(await suppliers[0].orders()).toEqual([]);
});

test("the layers below have less time, and an order that leaves them none is not begun", async () => {
  const { node, suppliers } = await world({ marginSeconds: 60 });
  const deadline = Date.now() + 600_000;
  await (await buy(node, { deadline: new Date(deadline).toISOString() })).state("ACTIVE");
  const [below] = await suppliers[0].orders();
  expect(below?.record.deadline).toBe(deadline - 60_000);
  const late = await buy(node, { deadline: new Date(Date.now() + 30_000).toISOString() });
  await late.state("FAILED");
  expect(await told(late)).toContain("past-deadline");
  expect(await suppliers[0].orders()).toHaveLength(1);
});

test.each([
  ["none", "hidden"],
  ["category", "vouched"],
] as const)(
  "with the disclosure %s the chain proves its properties without a name",
  async (disclosure, proof) => {
    const { node, suppliers } = await world();
    const order = await buy(node, { disclosure });
    await order.state("ACTIVE");
    const { layers, every, given } = await chainOf(node, order);
    expect(layers.map((each) => each.proof)).toEqual(["signed", proof, proof]);
    expect(given.below).toEqual([]);
    expect(every).toEqual({ layers: 3, countries: ["NL"], certifications: ["ISO27001"] });
    const payload = Buffer.from(given.receipt.split(".")[1] ?? "", "base64url").toString();
    for (const { did, origin } of suppliers) {
      expect(payload).not.toContain(did);
      expect(payload).not.toContain(origin);
    }
  },
);

test("a reseller tells no more of the layers below than it has decided to", async () => {
  const { node, suppliers } = await world({ disclosure: "category" });
  const order = await buy(node, { disclosure: "full" });
  await order.state("FAILED");
  expect(await told(order)).toContain("disclosure-not-offered");
  expect(await suppliers[0].orders()).toEqual([]);
  await (await buy(node, { disclosure: "category" })).state("ACTIVE");
});

test("one layer that is not certified shows, whoever vouches for it", async () => {
  const { node, suppliers } = await world();
  await suppliers[1].publish([forSale("copy", "kit:copy")], (text) =>
    text.replace("mpli:ISO27001", "mpli:SOC2").replace("place:NL", "place:US"),
  );
  for (const disclosure of ["none", "category", "full"]) {
    const order = await buy(node, { disclosure });
    await order.state("ACTIVE");
    const { every } = await chainOf(node, order);
    expect(every).toEqual({ layers: 3, countries: ["NL", "US"], certifications: [] });
    expect(holds({ country: "EU" }, every)).toBe(false);
  }
});

test("a chain of three is one: each layer signs for itself, and has orders of its own", async () => {
  const disk = workshop("disk");
  const bottom = await supplier("disk", disk);
  const middle = await reseller([component("disk", bottom)], { customer: join(folder, "middle.json") });
  const top = await reseller([component("bundle", middle)], { outputs: { path: "bundle.path" } });
  const order = await buy(top, { disclosure: "full" });
  const shown = await order.state("ACTIVE");
  expect(shown.outputs).toEqual({ path: "/disk" });
  const { layers, every } = await chainOf(top, order);
  expect(layers.map(({ depth, provider }) => [depth, provider])).toEqual([
    [0, top.did],
    [1, middle.did],
    [2, bottom.did],
  ]);
  expect(every.layers).toBe(3);
  const [below] = await bottom.orders();
  expect(below?.record.path).toEqual([top.did, middle.did].map((did) => `sha256:${sha256Hex(did)}`));
  const category = await buy(top, { disclosure: "category" });
  await category.state("ACTIVE");
  const hidden = await chainOf(top, category);
  expect(hidden.layers.map(({ depth, proof }) => [depth, proof])).toEqual([
    [0, "signed"],
    [1, "vouched"],
    [2, "vouched"],
  ]);
  expect(JSON.stringify(hidden.receipt.below)).not.toContain("did:");
});

test("an update reaches each order, and is taken back where one of them cannot follow", async () => {
  const fails = async ({ job }: Tool) =>
    job.action === "apply" && job.parameters["size"] === "9 GiBy"
      ? ({ type: "failed", code: "no-space", detail: "full" } as const)
      : undefined;
  const { node, done } = await world({}, fails);
  const order = await buy(node);
  await order.state("ACTIVE");
  done.length = 0;
  await order.operate("update", { parameters: { size: "5 GiBy" } });
  await until(async () => done.length === 2);
  await order.state("ACTIVE");
  expect(done).toEqual(["disk apply 5 GiBy", "copy apply 5 GiBy"]);
  done.length = 0;
  await order.operate("update", { parameters: { size: "9 GiBy" } });
  await order.state("DEGRADED");
  expect(done).toEqual(["disk apply 9 GiBy", "copy apply 9 GiBy", "copy apply 5 GiBy", "disk apply 5 GiBy"]);
});

test("what is halted is halted everywhere, and started again in order", async () => {
  const { node, done, suppliers } = await world();
  const order = await buy(node);
  await order.state("ACTIVE");
  done.length = 0;
  await order.operate("suspend");
  await order.state("SUSPENDED");
  await order.operate("resume");
  await order.state("ACTIVE");
  expect(done).toEqual(["copy suspend", "disk suspend", "disk resume", "copy resume"]);
  expect((await suppliers[0].orders())[0]?.record.delivery?.state).toBe("ACTIVE");
});

test("data is exported and access made anew at each supplier", async () => {
  const { node } = await world();
  const order = await buy(node);
  await order.state("ACTIVE");
  await order.operate("export");
  await order.state("EXPORTING");
  expect((await order.state("ACTIVE"))["exported"]).toEqual({
    parts: [
      { component: "disk", url: "https://disk.example/b", format: "raw" },
      { component: "copy", url: "https://copy.example/b", format: "raw" },
    ],
  });
  const other = await readParty(join(folder, "other.json"));
  await order.operate("rotate", { accessKey: other.accessKey });
  await order.state("ROTATING");
  await order.state("ACTIVE");
  const sealed = await (await customer.ask(`${order.address}/access`, { method: "GET" })).text();
  expect(await openAccess(sealed, other.openingKey, { order: order.id })).toMatchObject({
    value: { disk: { secret: "disk lets you in again" } },
  });
});

test("what costs more than was meant, or allows something else, is not ordered", async () => {
  const disk = workshop("disk");
  const below = await supplier("disk", disk);
  for (const [more, code] of [
    [{ atMost: "7.29" }, "supplier-too-dear"],
    [{ currency: "USD" }, "supplier-unfit"],
    [{ values: { colour: "red" } }, "supplier-unfit"],
    [{ offer: `${below.origin}/offers/none` }, "supplier-away"],
  ] as const) {
    const node = await reseller([component("disk", below, more)]);
    const order = await buy(node);
    await order.state("FAILED");
    expect(await told(order)).toContain(code);
  }
  expect(await below.orders()).toEqual([]);
  const node = await reseller([component("disk", below, { atMost: "7.3" })]);
  await (await buy(node)).state("ACTIVE");
});

test("at a terminal a customer sees the chain, and whether a property holds for every layer", async () => {
  const { node, suppliers } = await world();
  const order = await buy(node, { disclosure: "category" });
  await order.state("ACTIVE");
  const at = new Date().toISOString();
  await customer.remember({ id: order.id, node: node.origin, offer: `${node.origin}/offers/bundle`, at });
  const ask = (...more: string[]) =>
    mpliCommand(["orders", "receipt", order.id.slice(0, 8), "--key", join(folder, "customer.json"), ...more]);
  const shown = await ask("--every", "country=EU", "--every", "certification=ISO27001");
  expect(shown.err).toBe("");
  expect(shown.code).toBe(0);
  expect(shown.out).toMatch(
    /holds for every layer {2}country=EU\nholds for every layer {2}certification=ISO27001\n$/,
  );
  expect(shown.out).toContain("vouched for by the layer above");
  expect(shown.out).not.toContain(suppliers[0].did);
  const no = await ask("--every", "certification=SOC2", "--json");
  expect(no.code).toBe(1);
  expect(JSON.parse(no.out)).toMatchObject({ state: "ACTIVE", properties: [{ holds: false }] });
  const wrong = await ask("--every", "colour=red");
  expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining("is no property")]);
});

test("a reseller may order by its own name, where its node's document lists the key", async () => {
  const disk = workshop("disk");
  const below = await supplier("disk", disk);
  const named = await realNode({ leaseSeconds: 1 });
  nodes.push(named);
  await named.publish([forSale("bundle", "mpli:bundle", "mpli")]);
  const file = join(folder, "named.json");
  const { accessKey, openingKey } = await readParty(join(folder, "other.json"));
  const kept = { key: named.key, accessKey: { ...accessKey, ...openingKey }, orders: [] };
  await writeFile(file, JSON.stringify(kept));
  const tools = { "mpli:bundle": layer([component("disk", below)], { customer: file, did: named.did }) };
  workers.push(await startWorker(named, tools));
  const order = await buy(named);
  await order.state("ACTIVE");
  expect((await below.orders())[0]?.record.customer).toBe(named.did);
});

test("the example of a reseller can be published", async () => {
  const node = providerNode({ origin: "http://localhost:8789" });
  const text = await readFile("schemas/examples/delivery/white-label/manifest.jsonld", "utf8");
  const put = await node.put(text, { "Content-Type": "application/ld+json" });
  expect(put.status, await put.text()).toBe(201);
});
