// One run from its lease to its end: the adapter works, the journal remembers, the reporter tells.
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { readAccessKey, sealAccess } from "../../delivery/access.ts";
import type { JsonObject } from "../../trust/token/jws.ts";
import { type Adapter, type Outcome, type Tool, endOf, failed } from "./adapters/adapter.ts";
import type { AskNode } from "./client.ts";
import { pauseMs } from "./backoff.ts";
import type { Action, Job } from "./job.ts";
import type { Journal, Point } from "./journal.ts";
import { environmentOf, leavesTime, runProcess } from "./process.ts";
import { type Told, type World, startReporter } from "./reporter.ts";
import { outcomeSaid, progressSaid, textsSaid } from "./said.ts";
import { redactor, textsIn } from "./secrets.ts";
import type { SignRequest } from "../keys/request-signer.ts";

/** Why a run is stopped before its end. */
export type StopReason =
  | "cancelled"
  /** It took longer than its binding allows. */
  | "overdue"
  | "lost"
  | "shutdown"
  /** What happens cannot be kept any more, and what cannot be kept is not told. */
  | "silent";

export interface RunWorld extends World {
  readonly ask: AskNode;
  readonly sign: SignRequest;
  /** Where runs have their folders. */
  readonly folder: string;
  /** Where orders have folders that outlive their runs. */
  readonly kept: string;
  readonly journal: (job: Job) => Promise<Journal>;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

export interface Bound {
  readonly adapter: Adapter;
  /** Names of variables that the tool gets besides PATH, HOME and LANG. */
  readonly environment: readonly string[];
  readonly graceSeconds: number;
  /** After which the tool is asked to stop, and the run has failed. */
  readonly timeoutSeconds?: number;
  /** What the provider sets for the tool: kept out of everything that is said freely. */
  readonly hidden?: readonly string[];
  /** Seconds between two looks at what was delivered; without it nobody looks. */
  readonly healthEverySeconds?: number;
}

export interface UnderWay {
  readonly stop: (reason: StopReason) => void;
  readonly told: Promise<Told>;
}

/** What only reads is done again when its tool says that another time may be better: an order need not fail of it. */
const READS: readonly Action[] = ["plan", "lookup"];
const MOST_TRIES = 3;

/** Starts a run; it goes on until the node knows its end, or takes no more of it. */
export function startRun(job: Job, bound: Bound, world: RunWorld): UnderWay {
  const stopped = new AbortController();
  const stop = (reason: StopReason) => stopped.abort(reason);
  return { stop, told: perform(job, bound, world, stopped) };
}

async function perform(job: Job, bound: Bound, world: RunWorld, stopped: AbortController): Promise<Told> {
  const journal = await world.journal(job);
  const left = new AbortController();
  stopped.signal.addEventListener("abort", () => {
    if (!leavesTime(stopped.signal)) left.abort();
  });
  const { say, told } = startReporter(
    {
      run: job,
      journal,
      leaseSeconds: job.leaseSeconds,
      onCancel: () => stopped.abort("cancelled"),
      signal: left.signal,
    },
    world,
  );
  const fallSilent = (error: unknown) => {
    world.log(`run ${job.id} falls silent, and the node will ask for a lookup: ${String(error)}`);
    left.abort();
    stopped.abort("silent");
  };
  void told.then((how) => how !== "reported" && stopped.abort(how === "lost" ? "lost" : "silent"));
  // One path for all runs of an order: where a tool makes it part of a thing, a lookup still finds what was applied.
  const folder = join(world.folder, job.order);
  const hidden = redactor();
  hidden.add([
    ...bound.environment.flatMap((name) => world.environment[name] ?? []),
    ...(bound.hidden ?? []),
  ]);
  const reach = (point: Point) => journal.reach(point);
  const tool: Tool = {
    job,
    folder,
    kept: join(world.kept, job.order),
    signal: stopped.signal,
    ask: world.ask,
    sign: world.sign,
    progress: (progress) => {
      const data = progressSaid(progress, hidden);
      if (data) say("progress", data).catch(fallSilent);
    },
    log: world.log,
    hide: hidden.add,
    run: async ({ environment, ...command }) => {
      await reach("tool-starting");
      const ended = await runProcess(
        {
          folder,
          ...command,
          environment: { ...environmentOf(bound.environment, world.environment), ...environment },
        },
        { signal: stopped.signal, graceMs: bound.graceSeconds * 1000 },
        () => reach("tool-started"),
      );
      await reach("tool-ended");
      return ended;
    },
    elsewhere: async (start) => {
      await reach("tool-starting");
      const started = await start();
      await reach("tool-started");
      return started;
    },
  };
  const { timeoutSeconds } = bound;
  const overdue = () => stopped.abort("overdue");
  const limit = timeoutSeconds === undefined ? undefined : setTimeout(overdue, timeoutSeconds * 1000);
  try {
    const started = (data: JsonObject) => say("started", textsSaid(data, hidden));
    const outcome = await act(tool, bound.adapter, started, (attempt) =>
      world.pause(pauseMs(attempt + 2, world.random()), stopped.signal),
    );
    clearTimeout(limit);
    const { signal } = stopped;
    if (!signal.aborted || leavesTime(signal)) {
      const end = signal.aborted && outcome.type === "failed" ? stoppedAs(signal.reason, bound) : outcome;
      const { type, ...data } = outcomeSaid(await sealed(end, tool), hidden);
      await say(type, data);
    }
  } catch (error) {
    fallSilent(error);
  } finally {
    clearTimeout(limit);
    await rm(folder, { recursive: true, force: true }).catch((error: unknown) => world.log(String(error)));
  }
  const how = await told;
  // What could not be told yet is told by the next start of the runner.
  if (how === "left" && stopped.signal.reason !== "lost") await journal.close();
  else {
    if (how === "reported") await reach("reported").catch(() => undefined);
    await journal.remove();
  }
  return how;
}

const stoppedAs = (reason: StopReason, { timeoutSeconds }: Bound) =>
  reason === "overdue"
    ? failed("timed-out", `stopped after ${timeoutSeconds} seconds`)
    : failed("cancelled", "stopped as asked");

async function act(
  tool: Tool,
  adapter: Adapter,
  started: (data: { tool: string; version: string }) => Promise<void>,
  pause: (attempt: number) => Promise<void>,
): Promise<Outcome> {
  const { action, binding } = tool.job;
  try {
    await makeFolder(tool);
    await started(await adapter.version(tool));
    const does = adapter[action];
    if (!does) return failed("action-not-supported", `${binding} has nothing for ${action}`);
    for (let attempt = 1; ; attempt++) {
      const outcome = await does(tool);
      if (outcome.type !== "failed")
        return outcome.type === endOf(action)
          ? outcome
          : failed("tool-failed", `${action} ended as ${outcome.type}`);
      const isAgain = outcome.retry === true && READS.includes(action) && attempt < MOST_TRIES;
      if (isAgain) await pause(attempt);
      if (!isAgain || tool.signal.aborted) return outcome;
      await makeFolder(tool);
    }
  } catch (error) {
    return failed("runner-fault", error instanceof Error ? error.message : String(error));
  }
}

/** Empty, whatever an earlier try has left in it. */
async function makeFolder({ folder }: Tool): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
}

/** The outcome with its access data encrypted to the customer; nothing else of it leaves the runner. */
async function sealed(outcome: Outcome, tool: Tool): Promise<{ type: Outcome["type"] } & JsonObject> {
  const { type, ...said } = outcome;
  const { access, ...data } = said as { readonly access?: JsonObject } & JsonObject;
  if (!access) return { type, ...data };
  tool.hide(textsIn(access));
  const key = readAccessKey(tool.job.sent["accessKey"]);
  const handedOver = key.ok ? await sealAccess(access, key.value, tool.job) : key;
  if (!handedOver.ok)
    tool.progress({
      message: "The access data is not handed over: the order has no key that it can be encrypted to.",
    });
  return { type, ...data, ...(handedOver.ok ? { access: handedOver.value } : {}) };
}
