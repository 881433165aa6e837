// How a runner speaks with its node: leases, sequences, epochs, cancellation, and a node that is away for a while.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { pauseMs } from "../../functions/cli/runner/backoff.ts";
import { type Coordinator, type Order, startCoordinator } from "./coordinator.ts";
import { serveStub } from "../cli/serve.ts";
import { type InProcess, script, startInProcess, until } from "./in-process.ts";
import { settle, startRunner } from "./runner.ts";

let coordinator: Coordinator;
let runner: InProcess | undefined;
beforeEach(async () => {
  coordinator = await startCoordinator({ leaseSeconds: 1 });
});
afterEach(async () => {
  await runner?.abandon();
  runner = undefined;
  await coordinator.stop();
});

const start = async (text: string, more: object = {}, options = {}) => {
  runner = await startInProcess(coordinator.origin, { tool: script(text, more) }, options);
  return runner;
};
const order = (actions: Order["todo"] = ["apply"], binding = "tool") =>
  coordinator.order({ binding, actions });
const last = ({ runs }: Order) => runs.at(-1)?.events.at(-1);
const LINES = `for n in 1 2 3 4 5; do echo '{"type":"progress","data":{"milestone":"m'$n'"}}'; done; exit 0`;

test("events arrive in order, without gaps, with the end last, and the journal is gone", async () => {
  const { journals } = await start(LINES);
  const one = order();
  await coordinator.settled(5000);
  const events = one.runs[0]?.events ?? [];
  expect(events.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(events.map(({ type }) => type)).toEqual([
    "started",
    ..."ppppp".replaceAll("p", "progress ").trim().split(" "),
    "succeeded",
  ]);
  await until(async () => (await journals()).length === 0);
  expect(coordinator.refusals).toEqual([]);
});

test("heartbeats keep the lease of a tool that says nothing for longer than it lasts", async () => {
  await start("sleep 2.5");
  const one = order();
  await coordinator.settled(8000);
  expect(one.runs.map(({ action }) => action)).toEqual(["apply"]);
  expect(one.state).toBe("done");
});

test("a request that is not signed by a runner of the node is refused, and no job is given", async () => {
  const closed = await startCoordinator({ leaseSeconds: 1, runners: ["did:key:zOther"] });
  const stranger = await startInProcess(closed.origin, { tool: script("true") });
  const one = closed.order({ binding: "tool", actions: ["apply"] });
  await until(() => stranger.log.join().includes("401 key-unknown"));
  expect(closed.refusals).toContain("key-unknown");
  expect(one.runs).toEqual([]);
  await stranger.abandon();
  await closed.stop();
});

describe("a node whose addresses are others than those of the text", () => {
  test("is asked where its node document says, and hears of a job beside the address that leases", async () => {
    const elsewhere = await startCoordinator({ leaseSeconds: 1, base: "/mpli/one" });
    runner = await startInProcess(elsewhere.origin, { tool: script(LINES) });
    const one = elsewhere.order({ binding: "tool", actions: ["apply"] });
    await elsewhere.settled(5000);
    expect(last(one)?.type).toBe("succeeded");
    await runner.abandon();
    await elsewhere.stop();
  });

  test("and that offers no delivery is named, with what it has, and no job is asked for", async () => {
    const { origin, stop } = await serveStub(() =>
      Response.json({ type: "Node", endpoint: { manifest: "https://one.example/manifest" } }),
    );
    const says = `The node at ${origin} has no endpoint "lease"; it has: manifest.`;
    const house = await settle(origin, { tool: script("true") });
    const { ended, printed } = startRunner(house);
    expect([(await ended).code, printed()]).toEqual([1, `${says}\n`]);
    await house.remove();
    // One that has ceased to deliver is asked on: it may deliver again.
    runner = await startInProcess(origin, { tool: script("true") });
    await until(() => runner?.log.join().includes('has no endpoint \\"lease\\"') === true);
    await runner.abandon();
    await stop();
  });
});

test("jobs of other bindings are left to others", async () => {
  await start("true");
  const other = order(["apply"], "other");
  const own = order();
  await until(() => own.state === "done");
  expect(other.runs).toEqual([]);
});

test("as many runs at a time as there are hands, and no more", async () => {
  const { wrote } = await start(
    'echo + >> "$FOLDER/log"; sleep 0.3; echo - >> "$FOLDER/log"',
    {},
    { concurrency: 2 },
  );
  for (let each = 0; each < 5; each++) order();
  await coordinator.settled(10_000);
  let most = 0;
  let now = 0;
  for (const sign of (await wrote("log")).trim().split("\n"))
    most = Math.max(most, (now += sign === "+" ? 1 : -1));
  expect(most).toBe(2);
});

describe("when it is asked to cancel", () => {
  test("the tool is asked to stop, and the run has failed as cancelled", async () => {
    const { wrote } = await start(
      'trap \'echo asked >> "$FOLDER/log"; exit 1\' TERM; echo up >> "$FOLDER/log"; sleep 60 & wait',
    );
    const one = order();
    await until(async () => (await wrote("log")) === "up\n");
    one.isCancelled = true;
    await coordinator.settled(5000);
    expect(last(one)).toMatchObject({ type: "failed", data: { code: "cancelled" } });
    expect(await wrote("log")).toBe("up\nasked\n");
  });

  test("a tool that does not stop is killed after its grace, with all that it started", async () => {
    const { wrote } = await start(
      'trap "" TERM; (trap "" TERM; sleep 2.5; echo late >> "$FOLDER/log") & echo up >> "$FOLDER/log"; wait',
    );
    const one = order();
    await until(async () => (await wrote("log")) === "up\n");
    one.isCancelled = true;
    await coordinator.settled(5000);
    expect(last(one)).toMatchObject({ data: { code: "cancelled" } });
    await sleep(2000);
    expect(await wrote("log")).toBe("up\n");
  });

  test("a tool that ends well all the same has succeeded", async () => {
    const { wrote } = await start('trap "exit 0" TERM; echo up >> "$FOLDER/log"; sleep 60 & wait');
    const one = order();
    await until(async () => (await wrote("log")) === "up\n");
    one.isCancelled = true;
    await coordinator.settled(5000);
    expect(last(one)).toMatchObject({ type: "succeeded" });
  });
});

test("a run that has lost its epoch is dropped: its tool is killed and nothing more is said of it", async () => {
  const { wrote } = await start('trap "" TERM; while true; do echo up >> "$FOLDER/log"; sleep 0.02; done', {
    actions: ["plan", "apply", "stop", "destroy", "lookup"],
  });
  const one = order();
  await until(async () => (await wrote("log")).startsWith("up\n") && one.runs[0]?.events.length === 1);
  coordinator.lapse(one);
  // Nobody takes the lookup meanwhile.
  one.state = "done";
  await until(() => coordinator.refusals.includes("stale-epoch"));
  const said = coordinator.requests.length;
  await until(async () => {
    const before = await wrote("log");
    await sleep(300);
    return (await wrote("log")) === before;
  });
  expect(coordinator.requests.slice(said).filter(({ path }) => path.endsWith("/events"))).toEqual([]);
  expect(one.runs[0]?.events.map(({ type }) => type)).toEqual(["started"]);
});

test("a later run of the same order begins when the tool of the earlier one is dead", async () => {
  const text = `read -r job; case $job in *'"action":"lookup"'*) echo lookup >> "$FOLDER/log"; sleep 0.2; echo '{"type":"found","data":{"exists":"complete"}}';; *) while true; do echo tick >> "$FOLDER/log"; sleep 0.02; done;; esac`;
  const { wrote } = await start(text);
  const one = order();
  await until(async () => (await wrote("log")).startsWith("tick"));
  coordinator.lapse(one);
  await coordinator.settled(5000);
  expect(await wrote("log")).toMatch(/^(tick\n)+lookup\n$/);
  expect(one.runs.map(({ action, asked }) => [action, asked])).toEqual([
    ["apply", undefined],
    ["lookup", "apply"],
  ]);
});

describe("a node that is away", () => {
  test("finds, when it is back, every event that happened meanwhile", async () => {
    await start(`sleep 0.2; ${LINES}`);
    const one = order();
    await until(() => one.runs.length === 1);
    let down = 0;
    coordinator.setFault((path) => (path.endsWith("/events") && down++ < 2 ? "away" : "none"));
    await coordinator.settled(8000);
    expect(one.runs[0]?.events).toHaveLength(7);
    expect(one.runs).toHaveLength(1);
  });

  test("may have given the run to another: the tool is stopped before the lease has ended", async () => {
    const text = `read -r job; case $job in *'"action":"lookup"'*) exit 0;; esac; trap "" TERM; while true; do echo tick >> "$FOLDER/log"; sleep 0.02; done`;
    const { wrote } = await start(text);
    order();
    await until(async () => (await wrote("log")).startsWith("tick"));
    coordinator.setFault((path) => (path.endsWith("/events") ? "away" : "none"));
    // A lease of a second; a tool whose run is lost has no grace.
    await sleep(1500);
    const ticks = await wrote("log");
    await sleep(300);
    expect(await wrote("log")).toBe(ticks);
  });

  test("hears an end twice when its answer was lost, to no effect", async () => {
    await start("true");
    const one = order();
    let lost = 0;
    coordinator.setFault((path) => (path.endsWith("/events") && lost++ < 2 ? "answer lost" : "none"));
    await coordinator.settled(8000);
    await until(async () => (await (runner as InProcess).journals()).length === 0);
    expect(one.runs[0]?.events.map(({ type }) => type)).toEqual(["started", "succeeded"]);
    expect(coordinator.refusals).toEqual([]);
  });

  test("is asked less and less often, each time after another pause", () => {
    expect([1, 2, 3, 20].map((attempt) => pauseMs(attempt, 0))).toEqual([125, 250, 500, 15_000]);
    expect([1, 2, 3, 20].map((attempt) => pauseMs(attempt, 0.999_999))).toEqual([250, 500, 1000, 30_000]);
  });
});

test("a runner that is made to leave kills its tools, and what it had not told is told at the next start", async () => {
  const folder = await mkdtemp(join(tmpdir(), "mpli-work-"));
  const binding = { tool: script(`${LINES.replace("exit 0", "sleep 60")}`) };
  const first = await startInProcess(coordinator.origin, binding, { folder });
  const one = order();
  await until(() => one.runs.length === 1);
  coordinator.setFault((path) => (path.endsWith("/events") ? "away" : "none"));
  await until(async () => (await first.wrote(`state/journal/${one.runs[0]?.id}.1.jsonl`)).includes('"m5"'));
  await first.abandon();
  coordinator.setFault(() => "none");
  const second = await startInProcess(coordinator.origin, binding, { folder });
  await until(() => one.runs[0]?.events.length === 6);
  await second.abandon();
  await rm(folder, { recursive: true });
});
