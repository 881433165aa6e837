// What goes wrong around a run: disks that are full, nodes that say no or nothing; the runner outlives it, the tool does not.
import { mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Tool } from "../../functions/cli/runner/adapters/adapter.ts";
import { bound } from "../../functions/cli/runner/adapters/adapters.ts";
import type { JobSource } from "../../functions/cli/runner/client.ts";
import { jobSource } from "../../functions/cli/runner/client.ts";
import { configurationOf } from "../../functions/cli/runner/configuration.ts";
import { type Job, type RunEvent, readJob } from "../../functions/cli/runner/job.ts";
import { type Journal, beginJournal, leftRuns } from "../../functions/cli/runner/journal.ts";
import { work } from "../../functions/cli/runner/loop.ts";
import { runProcess } from "../../functions/cli/runner/process.ts";
import { type World, startReporter } from "../../functions/cli/runner/reporter.ts";
import { startRun } from "../../functions/cli/runner/run.ts";
import { ok, refused } from "../../functions/kernel/result.ts";
import { script, until } from "./in-process.ts";

let folder: string;
let log: string[];
let faults: unknown[];
const note = (error: unknown) => faults.push(error);
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "mpli-trouble-"));
  log = [];
  faults = [];
  process.on("unhandledRejection", note);
});
afterEach(async () => {
  process.off("unhandledRejection", note);
  expect(faults).toEqual([]);
  await rm(folder, { recursive: true, force: true });
});

const ORDER = "00000000-0000-4000-8000-000000000001";
function job(number = 1, leaseSeconds = 5): Job {
  const order = ORDER.replace(/1$/, String(number));
  const names = { id: `${order}.1`, order, epoch: 1, action: "apply", binding: "tool" };
  const read = readJob({ ...names, leaseSeconds, parameters: {} });
  if (!read.ok) throw new Error(read.refusal.reason);
  return read.value;
}

const never = new AbortController().signal;
const takesAll: JobSource["report"] = async (_, events) =>
  ok({ through: events.at(-1)?.sequence ?? 0, cancel: false });

const world = (report: JobSource["report"], lease?: JobSource["lease"]): World => ({
  jobs: { report, lease: lease ?? (async () => ok(undefined)) },
  now: Date.now,
  random: () => 0.5,
  pause: (ms, signal) => sleep(ms, undefined, signal ? { signal } : {}).catch(() => undefined),
  log: (line) => log.push(line),
  leaving: never,
});

const toolOf = (text: string) => {
  const { value } = configurationOf(
    { node: "http://a", state: "s", bindings: { tool: script(text) } },
    folder,
  );
  const binding = value?.bindings.get("tool");
  if (!binding) throw new Error("no binding");
  return bound(binding, {});
};

/** One run of a script by itself. */
function run(
  text: string,
  report: JobSource["report"],
  change: (journal: Journal) => Partial<Journal> = () => ({}),
) {
  return startRun(job(), toolOf(text), {
    ...world(report),
    ask: async () => refused({ code: "away", reason: "nobody asks" }),
    sign: async () => ({}),
    folder: join(folder, "runs"),
    kept: join(folder, "kept"),
    environment: { PATH: process.env["PATH"], FOLDER: folder },
    journal: async (each) => {
      const journal = await beginJournal(join(folder, "journal"), each, () => undefined);
      return { ...journal, ...change(journal) };
    },
  });
}

const full = async () => {
  throw Object.assign(new Error("no space left on device"), { code: "ENOSPC" });
};
const TALK = `while :; do echo '{"type":"progress","data":{"percent":1}}'; touch "$FOLDER/alive"; sleep 0.002; done`;
const isAlive = async () => {
  await rm(join(folder, "alive"), { force: true });
  await sleep(100);
  return (await stat(join(folder, "alive")).catch(() => undefined)) !== undefined;
};

describe("a tool that talks on", () => {
  test("when its run is lost is ended, and the runner is not", async () => {
    const burst = `seq 1900 | sed 's|.*|{"type":"progress","data":{"percent":1}}|'`;
    const { told } = run(`sleep 0.1; ${burst}; ${TALK}`, async (_, events) => {
      await sleep(40);
      const isTalk = events.some(({ type }) => type === "progress");
      return isTalk ? refused({ code: "run-lost", reason: "409 stale-epoch" }) : takesAll(job(), events);
    });
    expect(await told).toBe("lost");
    expect(await isAlive()).toBe(false);
    expect(await readdir(join(folder, "journal"))).toEqual([]);
  });

  test.each<[string, (journal: Journal) => Partial<Journal>]>([
    ["kept", ({ keep }) => ({ keep: (event) => (event.sequence > 3 ? full() : keep(event)) })],
    ["noted as taken", () => ({ acknowledge: full })],
  ])("when nothing can be %s any more is ended, and the runner is not", async (_, change) => {
    const { told } = run(TALK, takesAll, change);
    expect(await told).toBe("left");
    expect(await isAlive()).toBe(false);
    expect(log.join()).toContain("no space left");
  });
});

test("a tool whose start cannot be noted is killed", async () => {
  const command = { program: "/bin/sh", args: ["-c", TALK], folder, environment: { FOLDER: folder } };
  const ended = runProcess(command, { signal: never, graceMs: 1000 }, async () => {
    await until(async () => (await stat(join(folder, "alive")).catch(() => undefined)) !== undefined);
    await full();
  });
  await expect(ended).rejects.toThrow("no space left");
  expect(await isAlive()).toBe(false);
});

test("a program that cannot be started is missing, whatever happens meanwhile", async () => {
  const command = { program: "true", args: [], folder: "/no/such/folder", environment: {} };
  const ended = await runProcess(command, { signal: never, graceMs: 1000 }, () => sleep(50));
  expect(ended).toEqual({ code: 127, errors: "it cannot be started in /no/such/folder: ENOENT" });
});

describe("an event that the node refuses", () => {
  const RUN = { id: `${ORDER}.1`, order: ORDER, epoch: 1, action: "apply", binding: "tool" } as const;
  /** What a node has of a run that refuses these. */
  async function tell(refuses: (event: RunEvent) => boolean) {
    const taken: RunEvent[] = [];
    const journal = await beginJournal(folder, RUN, () => undefined);
    const report: JobSource["report"] = async (_, events) => {
      if (events.some(refuses)) return refused({ code: "run-refused", reason: "422 malformed-report" });
      taken.push(...events);
      return takesAll(RUN, events);
    };
    const reporting = { run: RUN, journal, leaseSeconds: 5, onCancel: () => undefined, signal: never };
    const { say, told } = startReporter(reporting, world(report));
    await Promise.all([
      say("started", {}),
      say("progress", { percent: 1 }),
      say("succeeded", { outputs: {} }),
    ]);
    const how = await told;
    const [left] = await leftRuns(folder, () => undefined);
    await left?.journal.close();
    await journal.close();
    return { how, taken: taken.map(({ sequence, type, data }) => [sequence, type, data]), left };
  }

  test("as the end of a run is told as a failure", async () => {
    const { how, taken, left } = await tell(({ type }) => type === "succeeded");
    expect(how).toBe("reported");
    expect(taken.at(-1)).toEqual([
      3,
      "failed",
      { code: "outcome-refused", detail: "succeeded: 422 malformed-report" },
    ]);
    expect(left).toMatchObject({ isEnded: true, events: [] });
  });

  test("as progress is told with nothing in it, and the end is told as it is", async () => {
    const { how, taken } = await tell(({ data }) => data["percent"] === 1);
    expect(how).toBe("reported");
    expect(taken).toEqual([
      [1, "started", {}],
      [2, "progress", {}],
      [3, "succeeded", { outputs: {} }],
    ]);
  });

  test("in any form loses the run", async () => {
    const { how } = await tell(({ sequence }) => sequence === 3);
    expect(how).toBe("lost");
  });
});

test("a report that nobody answers does not outlive the lease", async () => {
  const jobs = jobSource(
    (_, { signal }) =>
      new Promise((resolve) => {
        const gone = () => resolve(refused({ code: "away", reason: "TimeoutError" }));
        signal?.addEventListener("abort", gone);
      }),
  );
  const journal = await beginJournal(folder, job(), () => undefined);
  const reporting = { run: job(), journal, leaseSeconds: 1, onCancel: () => undefined, signal: never };
  const from = performance.now();
  expect(await startReporter(reporting, { ...world(jobs.report), jobs }).told).toBe("lost");
  expect(performance.now() - from).toBeLessThan(5000);
  await journal.close();
});

test("a clock that is set back lengthens no lease", async () => {
  const journal = await beginJournal(folder, job(), () => undefined);
  const reporting = { run: job(), journal, leaseSeconds: 1, onCancel: () => undefined, signal: never };
  let now = Date.now();
  const away = world(async () => refused({ code: "away", reason: "ECONNREFUSED" }));
  const { told } = startReporter(reporting, { ...away, now: () => (now -= 1000) });
  expect(await told).toBe("lost");
  await journal.close();
});

describe("a runner", () => {
  /** Works on these jobs until the returned function is called. */
  function start(jobs: Job[], report: JobSource["report"]) {
    const [stop, abandon] = [new AbortController(), new AbortController()];
    const { leaving: _, ...outside } = world(report, async (_bindings, _wait, signal) => {
      const next = jobs.shift();
      if (!next) await sleep(10_000, undefined, { signal }).catch(() => undefined);
      return ok(next);
    });
    const more = { ask: async () => refused({ code: "away" as const, reason: "" }), sign: async () => ({}) };
    const runner = { bindings: new Map([["tool", toolOf("true")]]), concurrency: 1, state: folder };
    const over = work(
      { ...runner, reached: () => undefined },
      { ...outside, ...more, environment: { PATH: process.env["PATH"] } },
      { stop: stop.signal, abandon: abandon.signal },
    );
    return async () => {
      stop.abort();
      await over;
    };
  }

  test("that cannot begin a run takes no other at once", async () => {
    await writeFile(join(folder, "journal"), "a file where the folder is to be");
    const jobs = Array.from({ length: 9 }, (_, index) => job(index + 1));
    const stop = start(jobs, takesAll);
    await sleep(300);
    await stop();
    expect(jobs.length).toBeGreaterThanOrEqual(6);
  });

  test("that has something left to tell a node that is away ends when it is asked to, and tells it another time", async () => {
    const run = { id: `${ORDER}.1`, order: ORDER, epoch: 1, action: "apply", binding: "tool" };
    const event = { sequence: 1, type: "succeeded", time: "2026-01-02T03:04:05Z", data: {} };
    const file = join(folder, "journal", `${ORDER}.1.1.jsonl`);
    await mkdir(join(folder, "journal"));
    await writeFile(file, `${JSON.stringify({ run })}\n${JSON.stringify({ event })}\n`);
    let tries = 0;
    const stop = start([], async () => {
      tries++;
      return refused({ code: "away", reason: "ECONNREFUSED" });
    });
    await until(() => tries > 0);
    await stop();
    expect(await readFile(file, "utf8")).toContain("succeeded");
  });
});

test("a journal that could not be begun leaves nothing, so that the run can be handed out again", async () => {
  const broken = beginJournal(folder, job(), () => {
    throw new Error("no space left on device");
  });
  await expect(broken).rejects.toThrow("no space left");
  await (await beginJournal(folder, job(), () => undefined)).close();
});

test.each([
  ["ansible", { adapter: "ansible", playbook: "site.yml" }, "ansible [core 2.14.18]"],
  ["sh", { adapter: "opentofu", program: "sh", module: "m", stop: {} }, '{"terraform_version":"1.9.0"}'],
])("a version of %s that could not be asked for once is asked for again", async (name, binding, says) => {
  const { value } = configurationOf({ node: "http://a", state: "s", bindings: { tool: binding } }, folder);
  const [each] = [...(value?.bindings.values() ?? [])].map((one) => bound(one, {}).adapter);
  const runs: Tool["run"][] = [
    full,
    async ({ onLine }) => {
      onLine?.(says);
      return { code: 0, errors: "" };
    },
  ];
  const tool = { run: (command) => (runs.shift() ?? full)(command) } as Partial<Tool> as Tool;
  await expect(each?.version(tool)).rejects.toThrow("no space left");
  expect(await each?.version(tool)).toMatchObject({ tool: name });
  expect(await each?.version(tool)).not.toMatchObject({ version: "unknown" });
});
