// What was delivered breaks and is mended: seen by runners between jobs, and told up to the customer of a reseller.
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Tool } from "../../functions/cli/runner/adapters/adapter.ts";
import { mpli } from "../../functions/cli/runner/adapters/mpli.ts";
import type { Bound } from "../../functions/cli/runner/run.ts";
import { type Party, readParty } from "../../functions/cli/orders/party.ts";
import type { Health } from "../../functions/delivery/lifecycle/health.ts";
import { type Bought, type Shown, bought, followed } from "./buying.ts";
import { script, startInProcess, until } from "./in-process.ts";
import { type RealNode, type Worker, forSale, realNode, startWorker, workshop } from "./real-node.ts";

const EVERY = 0.05;
const DOWN = { healthy: false, detail: "rack 7 of supplier.example is on fire" } as const;
const WELL: Health = { healthy: true };

let folder: string;
let nodes: RealNode[];
let workers: Worker[];
let customer: Party;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "mpli-health-"));
  [nodes, workers] = [[], []];
  customer = await readParty(join(folder, "customer.json"));
});

afterEach(async () => {
  await Promise.all(workers.map((worker) => worker.kill()));
  await Promise.all(nodes.map((node) => node.stop()));
  await rm(folder, { recursive: true, force: true });
});

async function seller(offer: string, binding: string, by = "command"): Promise<RealNode> {
  const node = await realNode({ leaseSeconds: 2 });
  nodes.push(node);
  await node.publish([forSale(offer, binding, by)]);
  return node;
}

/** A supplier whose tool says how the service is. */
async function supplier(health: (tool: Tool) => Promise<Health>): Promise<RealNode> {
  const node = await seller("disk", "kit:disk");
  const { bound } = workshop("disk");
  const watched = { ...bound, healthEverySeconds: EVERY, adapter: { ...bound.adapter, health } };
  workers.push(await startWorker(node, { "kit:disk": watched }));
  return node;
}

/** A reseller of one offer of a node, and the key with which it orders there. */
async function reseller(
  below: RealNode,
  offer: string,
  more: Partial<Bound> = { healthEverySeconds: EVERY },
) {
  const node = await seller("bundle", "mpli:bundle", "mpli");
  const file = join(folder, `${nodes.length}.json`);
  const component = {
    name: offer,
    offer: `${below.origin}/offers/${offer}`,
    node: below.origin,
    currency: "EUR",
    values: {},
    parameters: { size: "size" },
    terms: [],
    dependsOn: [],
  };
  const binding = {
    customer: file,
    disclosure: "none" as const,
    marginSeconds: 60,
    everySeconds: 0.03,
    components: [component],
    outputs: {},
  };
  const tool = { adapter: mpli(binding), environment: [], graceSeconds: 1, ...more };
  workers.push(await startWorker(node, { "mpli:bundle": tool }));
  return { node, party: () => readParty(file) };
}

const buy = (node: RealNode, offer: string) =>
  bought(customer, node, { offer, log: () => workers.flatMap(({ log }) => log).join("\n") });

const unhealthy = ({ conditions = [] }: Shown) =>
  conditions.filter(({ type }) => type === "Unhealthy").map(({ message }) => message);

const eventsOf = async ({ address }: Bought) =>
  await (await customer.ask(`${address}/events`, { method: "GET" })).text();

test("a service that breaks is degraded, and active again once it is mended", async () => {
  let health: Health = WELL;
  const node = await supplier(async () => health);
  const order = await buy(node, "disk");
  await order.state("ACTIVE");
  health = DOWN;
  expect(unhealthy(await order.state("DEGRADED"))).toEqual([DOWN.detail]);
  health = WELL;
  expect(unhealthy(await order.state("ACTIVE"))).toEqual([]);
});

test("what breaks below is told to the reseller's customer, by the name of the part and no other", async () => {
  let health: Health = WELL;
  const below = await supplier(async () => health);
  const { node } = await reseller(below, "disk");
  const order = await buy(node, "bundle");
  await order.state("ACTIVE");
  health = DOWN;
  expect(unhealthy(await order.state("DEGRADED"))).toEqual(["disk is degraded"]);
  health = WELL;
  expect(unhealthy(await order.state("ACTIVE"))).toEqual([]);
  const told = await eventsOf(order);
  expect(told).toContain("disk is degraded");
  for (const name of ["supplier.example", below.did, below.origin]) expect(told).not.toContain(name);
});

test("through two layers it comes up to the customer as well, and goes again", async () => {
  let health: Health = WELL;
  const bottom = await supplier(async () => health);
  const middle = await reseller(bottom, "disk");
  const top = await reseller(middle.node, "bundle");
  const order = await buy(top.node, "bundle");
  await order.state("ACTIVE");
  health = DOWN;
  expect(unhealthy(await order.state("DEGRADED"))).toEqual(["bundle is degraded"]);
  health = WELL;
  await order.state("ACTIVE");
  expect(await eventsOf(order)).not.toContain("disk");
});

test("an order below that is halted, and one that has ended, is broken", async () => {
  const below = await supplier(async () => WELL);
  const { node, party } = await reseller(below, "disk");
  const order = await buy(node, "bundle");
  await order.state("ACTIVE");
  const [{ record } = { record: { id: "" } }] = await below.orders();
  const child = followed(await party(), { id: record.id, address: `${below.origin}/orders/${record.id}` });
  expect(await child.operate("suspend")).toBe(202);
  expect(unhealthy(await order.state("DEGRADED"))).toEqual(["disk is halted"]);
  expect(await child.operate("resume")).toBe(202);
  await order.state("ACTIVE");
  expect(await child.operate("terminate")).toBe(202);
  expect(unhealthy(await order.state("DEGRADED"))).toEqual(["disk has ended"]);
});

test("a supplier that does not answer says nothing of what it has delivered", async () => {
  const below = await supplier(async () => WELL);
  const { node } = await reseller(below, "disk");
  const order = await buy(node, "bundle");
  await order.state("ACTIVE");
  await below.stop();
  await until(() => workers.some(({ log }) => log.some((line) => line.includes("supplier-away"))));
  expect((await order.look()).state).toBe("ACTIVE");
});

test("nobody looks where the configuration does not say so", async () => {
  let health: Health = WELL;
  const below = await supplier(async () => health);
  const { node } = await reseller(below, "disk", {});
  const order = await buy(node, "bundle");
  await order.state("ACTIVE");
  health = DOWN;
  await until(async () => (await below.orders())[0]?.record.delivery?.state === "DEGRADED");
  await sleep(500);
  expect((await order.look()).state).toBe("ACTIVE");
});

test("only changes are told, and a job waits for no look", async () => {
  let looks = 0;
  let hang = false;
  const never = () => new Promise<Health>(() => undefined);
  const node = await supplier(async () => {
    looks++;
    return hang ? await never() : WELL;
  });
  const order = await buy(node, "disk");
  await order.state("ACTIVE");
  await until(() => looks > 3);
  const { sequence } = await order.look();
  hang = true;
  const before = looks;
  await until(() => looks > before);
  expect(await order.operate("update", { parameters: { size: "4 GiBy" } })).toBe(202);
  await order.state("UPDATING");
  expect(Number((await order.state("ACTIVE"))["sequence"])).toBeGreaterThan(Number(sequence));
  expect(await eventsOf(order)).not.toContain("DEGRADED");
});

const WATCHED = script(
  `job=$(cat); case "$job" in
    *'"action":"health"'*) echo "$job" >> "$FOLDER/asked"; [ -f "$FOLDER/hush" ] && exit 3
      if [ -f "$FOLDER/broken" ]; then printf '{"type":"health","data":{"healthy":false,"detail":"%s\\\\nis gone"}}\\n' "$SECRET"
      else echo '{"type":"health","data":{"healthy":true}}'; fi ;;
    *'"action":"plan"'*) echo '{"type":"planned","data":{"create":1}}' ;;
    *'"action":"lookup"'*) echo '{"type":"found","data":{"exists":"complete"}}' ;;
    *) echo '{"type":"succeeded"}' ;;
  esac`,
  { environment: ["FOLDER", "SECRET"], healthEverySeconds: 1 },
);

async function runnerAt(node: RealNode) {
  const runner = await startInProcess(
    node.origin,
    { "kit:disk": WATCHED },
    { folder, environment: { SECRET: "hunter2-hunter2" } },
  );
  node.runners.push(runner.did);
  return runner;
}

const standing = () => readdir(join(folder, "state/standing")).catch((): string[] => []);

test("a program says how it is; a restart forgets no order, and its end does", async () => {
  const node = await seller("disk", "kit:disk");
  const first = await runnerAt(node);
  const order = await buy(node, "disk");
  await order.state("ACTIVE");
  expect(await standing()).toEqual([`${order.id}.json`]);
  await until(async () => (await first.wrote("asked")) !== "");
  const [asked = ""] = (await first.wrote("asked")).split("\n");
  expect(JSON.parse(asked)).toEqual({ action: "health", order: order.id, binding: "kit:disk" });
  await first.stop();
  await writeFile(join(folder, "broken"), "");
  const second = await runnerAt(node);
  // A line break is none in one line, and a secret stays where it is.
  expect(unhealthy(await order.state("DEGRADED"))).toEqual(["[hidden] is gone"]);
  await writeFile(join(folder, "hush"), "");
  await until(() => second.log.some((line) => line.includes("went wrong: tool-failed: exit code 3")));
  expect((await order.look()).state).toBe("DEGRADED");
  expect(await order.operate("terminate")).toBe(202);
  await order.state("RETRIEVAL");
  expect(await standing()).toEqual([]);
  await second.stop();
});

test("an order that the node says is at rest otherwise, or not there, is looked at no more", async () => {
  const node = await seller("disk", "kit:disk");
  const gone = "0192d1c2-5f0a-4c7e-9d53-0c8f6a1b2c3d";
  const runner = await runnerAt(node);
  const order = await buy(node, "disk");
  await order.state("ACTIVE");
  expect(await order.operate("suspend")).toBe(202);
  await order.state("SUSPENDED");
  await until(async () => (await standing()).length === 0);
  await runner.stop();
  await writeFile(join(folder, `state/standing/${gone}.json`), JSON.stringify({ binding: "kit:disk" }));
  await writeFile(join(folder, "state/standing/torn.json"), "{");
  const again = await runnerAt(node);
  await until(async () => !(await standing()).includes(`${gone}.json`));
  await again.stop();
});
