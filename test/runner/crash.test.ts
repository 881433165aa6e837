// A runner that is killed at any of its steps: what it has told stays told, nothing is made twice, and every order ends.
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, describe, expect, test } from "vitest";
import type { RunEvent } from "../../functions/cli/runner/job.ts";
import { POINTS } from "../../functions/cli/runner/journal.ts";
import { fixedChance } from "../support/issuing.ts";
import { type Coordinator, startCoordinator } from "./coordinator.ts";
import { customer } from "./customer.ts";
import { until } from "./in-process.ts";
import { type House, settle, startRunner } from "./runner.ts";

const TOOL = join(import.meta.dirname, "counting-tool.mjs");
const NODE = join(process.cwd(), "node_modules/.bin/node");
const { accessKey } = await customer();
const BINDING = "shell:count";

interface World {
  readonly coordinator: Coordinator;
  readonly house: House;
  readonly ledger: string;
}

const worlds: World[] = [];
afterAll(async () => {
  for (const { coordinator, house } of worlds) {
    await coordinator.stop();
    await house.remove();
  }
});

async function world(leaseSeconds: number): Promise<World> {
  const coordinator = await startCoordinator({ leaseSeconds });
  const command = [NODE, TOOL, "ledger"];
  const house = await settle(coordinator.origin, { [BINDING]: { adapter: "command", command } });
  const made = { coordinator, house, ledger: join(house.folder, "ledger") };
  worlds.push(made);
  return made;
}

/** By order: how often it was made without being removed in between, at most. */
async function mostMade(ledger: string): Promise<ReadonlyMap<string, number>> {
  const text = await readFile(ledger, { encoding: "utf8", flag: "a+" });
  const standing = new Map<string, number>();
  const most = new Map<string, number>();
  for (const line of text.split("\n").filter(Boolean)) {
    const [what, order = ""] = line.split(" ");
    if (what === "made") standing.set(order, (standing.get(order) ?? 0) + 1);
    if (what === "destroyed") standing.set(order, 0);
    most.set(order, Math.max(most.get(order) ?? 0, standing.get(order) ?? 0));
  }
  return most;
}

interface Kept {
  readonly id: string;
  readonly events: readonly RunEvent[];
}

/** What the journals hold of each run; one that was only just begun holds none. */
async function journals({ state }: House): Promise<Kept[]> {
  const folder = join(state, "journal");
  const names = await readdir(folder).catch(() => []);
  const all = await Promise.all(
    names.map(async (name) => {
      const lines = (await readFile(join(folder, name), "utf8")).split("\n").slice(0, -1);
      const told = lines.map((line) => JSON.parse(line) as { run?: { id: string }; event?: RunEvent });
      return { id: told[0]?.run?.id ?? "", events: told.flatMap(({ event }) => event ?? []) };
    }),
  );
  return all.filter(({ id }) => id !== "");
}

/** Each event in a journal has reached the coordinator as it stood there, unless the run had been given to another. */
function expectTold(kept: readonly Kept[], { order }: { order: readonly { runs: readonly RunOf[] }[] }) {
  for (const { id, events } of kept) {
    const run = order.flatMap(({ runs }) => runs).find((each) => each.id === id);
    const expected = run?.state === "lapsed" ? events.slice(0, run.events.length) : events;
    expect(run?.events.slice(0, expected.length)).toEqual(expected);
  }
}
type RunOf = { readonly id: string; readonly state: string; readonly events: readonly RunEvent[] };

const times = Object.keys(POINTS).map((point, index) => `${point}:${1 + (index % 2)}`);

describe.concurrent("killed at each step, the first or the second time", () => {
  test.each(times)("%s", async (crashAt) => {
    const { coordinator, house, ledger } = await world(1);
    const { random } = fixedChance(times.indexOf(crashAt) + 1);
    const parameters = () => ({ before: random() % 60, between: random() % 60, after: random() % 60 });
    const orders = [1, 2].map(() =>
      coordinator.order({
        binding: BINDING,
        actions: ["plan", "apply"],
        parameters: parameters(),
        accessKey,
      }),
    );
    const first = startRunner(house, { crashAt });
    expect((await first.ended).signal, first.printed()).toBe("SIGKILL");
    const kept = await journals(house);
    const second = startRunner(house);
    await coordinator.settled(15_000);
    // Where the node knew everything before, the second life still has to find that out.
    await until(async () => (await house.remembered()) === "");
    await second.stop();
    expect(orders.map(({ state }) => state)).toEqual(["done", "done"]);
    expect([...(await mostMade(ledger)).values()]).toEqual([1, 1]);
    expectTold(kept, { order: orders });
  });
});

test("a run whose end was on disk is told after the restart, and nothing is looked up", async () => {
  const { coordinator, house, ledger } = await world(10);
  const order = coordinator.order({ binding: BINDING, actions: ["apply"], accessKey });
  await startRunner(house, { crashAt: "outcome:1" }).ended;
  const second = startRunner(house);
  await coordinator.settled(5_000);
  await second.stop();
  expect(order.runs.map(({ action }) => action)).toEqual(["apply"]);
  expect(order.runs[0]?.events.map(({ type }) => type)).toEqual([
    "started",
    "progress",
    "progress",
    "succeeded",
  ]);
  expect([...(await mostMade(ledger)).values()]).toEqual([1]);
});

test("a tool ends with its runner: what it would have done later, nobody does", async () => {
  const { coordinator, house, ledger } = await world(60);
  coordinator.order({ binding: BINDING, actions: ["apply"], parameters: { before: 400 } });
  const { child, ended } = startRunner(house);
  while (!(await house.remembered()).includes('"begun"')) await sleep(5);
  child.kill("SIGKILL");
  await ended;
  await sleep(700);
  expect([...(await mostMade(ledger)).values()]).toEqual([]);
});

test.each([1, 2, 3])(
  "killed again and again at any time, with answers that are lost (seed %i)",
  async (seed) => {
    const { coordinator, house, ledger } = await world(1);
    const { random } = fixedChance(seed);
    coordinator.setFault(() =>
      random() % 10 === 0 ? (random() % 2 === 0 ? "away" : "answer lost") : "none",
    );
    const orders = Array.from({ length: 6 }, () =>
      coordinator.order({
        binding: BINDING,
        actions: ["plan", "apply"],
        accessKey,
        parameters: { before: random() % 150, between: random() % 150, after: random() % 150 },
      }),
    );
    const kept: Kept[] = [];
    for (let life = 0; life < 4; life++) {
      const { child, ended } = startRunner(house);
      await sleep(500 + (random() % 500));
      child.kill("SIGKILL");
      await ended;
      kept.push(...(await journals(house)));
    }
    coordinator.setFault(() => "none");
    const last = startRunner(house);
    await coordinator.settled(15_000);
    await last.stop();
    expect(orders.map(({ state }) => state)).toEqual(orders.map(() => "done"));
    expect([...(await mostMade(ledger)).values()]).toEqual(orders.map(() => 1));
    // The journal of a later life is the one that counts.
    expectTold(kept, { order: orders });
    expect(coordinator.refusals.filter((code) => code !== "stale-epoch")).toEqual([]);
    await coordinator.stop();
    await house.remove();
  },
  40_000,
);
