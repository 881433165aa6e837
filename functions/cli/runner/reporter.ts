// Tells the node what happens in a run: in order, in batches, again until it is taken; and keeps the lease meanwhile.
import { pauseMs } from "./backoff.ts";
import type { JobSource, NodeRefusal } from "./client.ts";
import { type RunEvent, isEnd } from "./job.ts";
import type { Journal, RunName } from "./journal.ts";
import type { JsonObject } from "../../trust/token/jws.ts";

export interface World {
  readonly jobs: JobSource;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** In [0, 1). */
  readonly random: () => number;
  /** Resolves after the time, or when `signal` aborts. */
  readonly pause: (ms: number, signal?: AbortSignal) => Promise<void>;
  readonly log: (line: string) => void;
  /** Aborts when the runner is to end: what a node that is away does not hear now, it hears at the next start. */
  readonly leaving: AbortSignal;
}

/** `reported`: the node has the end of the run; `lost`: it takes no more of it; `left`: it is not told on here. */
export type Told = "reported" | "lost" | "left";

export interface Reporter {
  /** Resolves when the event is on disk, from when on it is sent, or when nothing more is told of the run. */
  readonly say: (type: RunEvent["type"], data: JsonObject) => Promise<void>;
  /** Never rejects, and nothing writes to the journal after it. */
  readonly told: Promise<Told>;
}

export interface Reporting {
  readonly run: RunName;
  readonly journal: Journal;
  /** Seconds between two signs of life; without it none is given. */
  readonly leaseSeconds?: number;
  /** Events of an earlier life that the node may not have. */
  readonly left?: readonly RunEvent[];
  readonly onCancel: () => void;
  readonly signal: AbortSignal;
}

/** The part of a lease that a runner counts on: the node's clock began before the answer came. */
const SURE_OF_LEASE = 0.9;
const MOST_EVENTS = 50;
const MOST_CHARACTERS = 256 * 1024;
/** Beyond this, progress that is no milestone is not told: a tool that talks without end tells nobody anything. */
const MOST_PROGRESS = 2000;

/** Starts telling; `told` resolves when there is nothing more to tell. */
export function startReporter(reporting: Reporting, world: World): Reporter {
  const { run, journal, leaseSeconds, left = [], onCancel, signal } = reporting;
  let waiting = [...left];
  let next = (left.at(-1)?.sequence ?? 0) + 1;
  // Of an earlier life, what is left is all.
  let isOver = leaseSeconds === undefined;
  let wake = new AbortController();
  let isTold = false;
  let saying = Promise.resolve();
  let most = MOST_EVENTS;
  let replaced = 0;

  async function keep(type: RunEvent["type"], data: JsonObject): Promise<void> {
    if (isOver || isTold) return;
    if (type === "progress" && next > MOST_PROGRESS && data["milestone"] === undefined) return;
    const event = { sequence: next, type, time: new Date(world.now()).toISOString(), data };
    next++;
    await journal.keep(event);
    waiting.push(event);
    // Not before it waits to be sent: what is over and has nothing waiting has been told.
    isOver = isEnd(type);
    wake.abort();
  }

  /** From now on, how many milliseconds of a lease are left each time that it is asked. */
  function lease(): () => number {
    const passed = stopwatch(world.now);
    return () => (leaseSeconds ?? 0) * 1000 * SURE_OF_LEASE - passed();
  }

  async function tell(): Promise<Told> {
    let held = lease();
    for (let attempt = 0; ; ) {
      if (signal.aborted) return "left";
      // Another may have the run by now: a tool that goes on could undo what that one does.
      if (!isOver && held() <= 0) return "lost";
      if (isOver && waiting.length === 0) return "reported";
      const renewed = lease();
      const batch = batchOf(waiting, most);
      const answer = await world.jobs.report(run, batch, isOver ? undefined : held());
      if (!answer.ok) {
        const { refusal } = answer;
        const outcome = await afterRefusal(refusal, batch);
        if (outcome !== "again") return outcome;
        if (refusal.code === "sequence-gap" || refusal.code === "run-refused") continue;
        world.log(`run ${run.id} cannot be told of now: ${refusal.reason}`);
        if (isOver && world.leaving.aborted) return "left";
        const wait = patience(refusal, ++attempt, world.random());
        await (isOver
          ? world.pause(wait, AbortSignal.any([signal, world.leaving]))
          : world.pause(Math.min(wait, Math.max(0, held())), signal));
        continue;
      }
      attempt = 0;
      held = renewed;
      const { through, cancel } = answer.value;
      const before = waiting.length;
      waiting = waiting.filter(({ sequence }) => sequence > through);
      if (waiting.length < before) await journal.acknowledge(through);
      if (cancel) onCancel();
      if (waiting.length > 0 || isOver) continue;
      wake = new AbortController();
      await world.pause(((leaseSeconds ?? 0) * 1000) / 3, AbortSignal.any([wake.signal, signal]));
    }
  }

  async function afterRefusal(refusal: NodeRefusal, batch: readonly RunEvent[]): Promise<"again" | "lost"> {
    if (refusal.code === "sequence-gap") {
      const [first] = waiting;
      const hasIt = first !== undefined && first.sequence <= refusal.expected;
      waiting = waiting.filter(({ sequence }) => sequence >= refusal.expected);
      // What the node has taken once it cannot ask for again: the journal of one of the two is not the other's.
      return hasIt ? "again" : "lost";
    }
    if (refusal.code === "run-refused") return afterNo(refusal.reason, batch);
    return refusal.code === "away" || refusal.code === "not-accepted" ? "again" : "lost";
  }

  /** One event that the node does not take must not cost the run its end: it is told with less in it, once. */
  async function afterNo(reason: string, batch: readonly RunEvent[]): Promise<"again" | "lost"> {
    const [first] = batch;
    if (batch.length > 1) {
      most = 1;
      return "again";
    }
    if (!first || first.sequence === replaced) {
      world.log(`run ${run.id} is given up: the node refuses its events (${reason})`);
      return "lost";
    }
    world.log(`run ${run.id}: the node refuses event ${first.sequence}, ${first.type} (${reason})`);
    const less: RunEvent = isEnd(first.type)
      ? { ...first, type: "failed", data: { code: "outcome-refused", detail: `${first.type}: ${reason}` } }
      : { ...first, data: {} };
    await journal.keep(less);
    waiting = waiting.map((each) => (each.sequence === less.sequence ? less : each));
    replaced = less.sequence;
    return "again";
  }

  async function tellAll(): Promise<Told> {
    const how = await tell().catch((error: unknown): Told => {
      world.log(`run ${run.id} is told no further: ${String(error)}`);
      return "left";
    });
    isTold = true;
    await saying.catch(() => undefined);
    return how;
  }

  return {
    say: (type, data) => {
      saying = saying.then(() => keep(type, data));
      return saying;
    },
    told: tellAll(),
  };
}

/**
 * Milliseconds since now, by the clock that says more: the one of the day may be set back, and the other stands still
 * while a machine sleeps.
 */
function stopwatch(now: () => number): () => number {
  const [day, steady] = [now(), performance.now()];
  return () => Math.max(now() - day, performance.now() - steady);
}

/** Milliseconds until the next try: as the node asks, else longer each time. */
export function patience(refusal: NodeRefusal, attempt: number, chance: number): number {
  const asked = refusal.code === "away" ? (refusal.retryAfterSeconds ?? 0) * 1000 : 0;
  return Math.max(Math.min(asked, 60_000), pauseMs(attempt, chance));
}

/** At least one event, and no more than a request can bear. */
function batchOf(events: readonly RunEvent[], most: number): RunEvent[] {
  const batch: RunEvent[] = [];
  let characters = 0;
  for (const event of events.slice(0, most)) {
    characters += JSON.stringify(event).length;
    if (batch.length > 0 && characters > MOST_CHARACTERS) break;
    batch.push(event);
  }
  return batch;
}
