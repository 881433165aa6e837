// The life of a runner: it tells what an earlier life could not, then takes jobs as long as it has hands free.
import { join } from "node:path";
import { rm } from "node:fs/promises";
import { plain } from "../terminal/print.ts";
import { pauseMs } from "./backoff.ts";
import type { Job } from "./job.ts";
import { type LeftRun, type Point, beginJournal, leftRuns } from "./journal.ts";
import { type Told, patience, startReporter } from "./reporter.ts";
import { type Bound, type RunWorld, type UnderWay, startRun } from "./run.ts";
import { startWatch } from "./watch.ts";

export interface Runner {
  /** By the name of the binding. */
  readonly bindings: ReadonlyMap<string, Bound>;
  readonly concurrency: number;
  /** What the runner has to remember. */
  readonly state: string;
  readonly reached: (point: Point) => void;
}

const WAIT_SECONDS = 25;
const BREATH_MS = 100;

interface Current extends UnderWay {
  readonly epoch: number;
}

/** Works until `stop` aborts and what is under way has ended; when `abandon` aborts, tools are killed. */
export async function work(
  { bindings, concurrency, state, reached }: Runner,
  outside: Omit<RunWorld, "journal" | "folder" | "kept" | "leaving">,
  { stop, abandon }: { readonly stop: AbortSignal; readonly abandon: AbortSignal },
): Promise<void> {
  const journals = join(state, "journal");
  const folder = join(state, "runs");
  const world: RunWorld = {
    ...outside,
    folder,
    leaving: stop,
    kept: join(state, "kept"),
    journal: (job) => beginJournal(journals, job, reached),
  };
  // What tools of an earlier life left in their folders may be secret.
  await rm(folder, { recursive: true, force: true });
  const watch = await startWatch(bindings, state, world, stop);
  const current = new Map<string, Current>();
  const busy = new Set<Promise<unknown>>();
  const telling = (await leftRuns(journals, reached)).map((left) => tellLeft(left, world, abandon));
  abandon.addEventListener("abort", () => {
    for (const { stop: end } of current.values()) end("shutdown");
  });

  async function start(job: Job, bound: Bound): Promise<void> {
    const { order, epoch, action, binding } = job;
    const older = current.get(order);
    // Only the highest epoch counts, and two tools at once on one order would undo each other.
    older?.stop("lost");
    await older?.told.catch(() => undefined);
    world.log(`${action} of ${order} by ${binding}, epoch ${epoch}`);
    await watch.begins(job);
    const run = { ...startRun(job, bound, world), epoch };
    current.set(order, run);
    const how = await run.told.finally(() => {
      if (current.get(order) !== run) return;
      current.delete(order);
      watch.ended(job);
    });
    world.log(`${action} of ${order} ${SAYS[how]}`);
  }

  let unbegun = 0;
  for (let attempt = 0; !stop.aborted; ) {
    // Each job that cannot be begun is one that another runner does not get.
    if (unbegun > 0) await world.pause(pauseMs(unbegun, world.random()), stop);
    if (stop.aborted) break;
    if (busy.size >= concurrency) {
      await Promise.race(busy);
      continue;
    }
    const leased = await world.jobs.lease([...bindings.keys()], WAIT_SECONDS, stop);
    if (!leased.ok) {
      if (stop.aborted) break;
      const { refusal } = leased;
      if (attempt++ === 0) world.log(`no jobs for now: ${plain(JSON.stringify(refusal))}`);
      await world.pause(patience(refusal, attempt, world.random()), stop);
      continue;
    }
    attempt = 0;
    const job = leased.value;
    const bound = job && bindings.get(job.binding);
    // A node that does not wait is not asked without a pause either.
    if (!bound) await world.pause(BREATH_MS, stop);
    if (!job || !bound) continue;
    const run = start(job, bound)
      .then(
        () => {
          unbegun = 0;
        },
        (error: unknown) => {
          unbegun++;
          world.log(`run ${job.id}: ${String(error)}`);
        },
      )
      .finally(() => busy.delete(run));
    busy.add(run);
  }
  await Promise.allSettled([...busy, ...telling, watch.over]);
}

const SAYS: Readonly<Record<Told, string>> = {
  reported: "has ended, and the node knows how",
  lost: "is another's by now",
  left: "is left as it is",
};

/**
 * Sends what the node does not have of a run of an earlier life. A run without an end is not gone on with: nobody here
 * knows what its tool did, so its lease runs out and the node asks for a lookup.
 */
async function tellLeft({ run, events, isEnded, journal }: LeftRun, world: RunWorld, signal: AbortSignal) {
  world.log(
    `${run.action} of ${run.order} was under way; it ${isEnded ? "had ended" : "is left to a lookup"}`,
  );
  const { told } = startReporter({ run, journal, left: events, onCancel: () => undefined, signal }, world);
  await ((await told) === "left" ? journal.close() : journal.remove()).catch((error: unknown) =>
    world.log(`run ${run.id}: ${String(error)}`),
  );
}
