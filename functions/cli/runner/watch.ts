// Looks after what was delivered: between jobs it asks the tools how each order is, and tells the node what changed.
import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Health } from "../../delivery/lifecycle/health.ts";
import { plain } from "../terminal/print.ts";
import { type Failed, failed } from "./adapters/adapter.ts";
import { tellHealth } from "./client.ts";
import type { Job } from "./job.ts";
import { type LookWorld, lookAt } from "./look.ts";
import type { Bound, RunWorld } from "./run.ts";
import { type Standing, standingOrders } from "./standing.ts";

export interface Watch {
  /** A job of the order begins: no look is in its way. */
  readonly begins: (job: Job) => Promise<void>;
  readonly ended: (job: Job) => void;
  /** Resolves after the stop, when no look is under way. */
  readonly over: Promise<void>;
}

interface Watched extends Standing {
  readonly bound: Bound;
  /** Milliseconds between two looks. */
  readonly every: number;
  /** When the next look is due; never while a job is under way. */
  at: number;
  /** What the node knows. */
  told?: string;
  /** What was said last of looks that went wrong. */
  trouble?: string;
  looking?: { readonly stop: AbortController; readonly over: Promise<void> };
}

const MOST_AT_ONCE = 8;
const LOOK_MS = 60_000;
const [SHORTEST_MS, LONGEST_MS] = [10, 1000];

/** What there is no more after these jobs, or not yet. */
const UNWATCHED: readonly string[] = ["plan", "stop", "destroy"];

/** Watches the orders of the bindings that ask for it, until `stop` aborts. */
export async function startWatch(
  bindings: ReadonlyMap<string, Bound>,
  state: string,
  world: Omit<RunWorld, "journal" | "folder" | "jobs">,
  stop: AbortSignal,
): Promise<Watch> {
  const orders = standingOrders(join(state, "standing"));
  const looks: LookWorld = { ...world, folder: join(state, "looks") };
  await rm(looks.folder, { recursive: true, force: true });
  const known = new Map<string, Watched>();

  function know(standing: Standing, at: number): Watched | undefined {
    const bound = bindings.get(standing.binding);
    if (!bound?.healthEverySeconds) return undefined;
    const watched = { ...standing, bound, every: bound.healthEverySeconds * 1000, at };
    known.set(standing.order, watched);
    return watched;
  }

  async function forget(order: string): Promise<void> {
    known.delete(order);
    await orders.remove(order);
  }

  async function look(watched: Watched, signal: AbortSignal): Promise<void> {
    const { bound, every } = watched;
    const limit = AbortSignal.any([signal, AbortSignal.timeout(LOOK_MS)]);
    // Who does not hear that it is to stop is not waited for.
    const health = await Promise.race([lookAt(watched, bound, looks, limit), overdue(limit)]);
    if (signal.aborted) return;
    watched.at = world.now() + every;
    if (health && "type" in health) trouble(watched, `${health.code}: ${health.detail}`);
    else if (health && JSON.stringify(health) !== watched.told) await tell(watched, health, limit);
  }

  async function tell(watched: Watched, health: Health, signal: AbortSignal): Promise<void> {
    const { order, told } = watched;
    const answer = await tellHealth(world.ask, order, health, signal);
    if (answer.ok) {
      watched.told = JSON.stringify(health);
      delete watched.trouble;
      if (told || !health.healthy)
        world.log(`${order} is ${plain(answer.value)}${health.healthy ? "" : `: ${plain(health.detail)}`}`);
    } else if (answer.refusal.code === "over") await forget(order);
    else if (answer.refusal.code !== "busy") trouble(watched, answer.refusal.reason);
  }

  /** Once, not at each look. */
  function trouble(watched: Watched, what: string): void {
    if (watched.trouble !== what) world.log(`a look at ${watched.order} went wrong: ${plain(what)}`);
    watched.trouble = what;
  }

  async function round(): Promise<void> {
    const now = world.now();
    const due = [...known.values()].filter(({ at }) => at <= now).slice(0, MOST_AT_ONCE);
    await Promise.all(
      due.map(async (watched) => {
        const ends = new AbortController();
        const over = look(watched, AbortSignal.any([stop, ends.signal])).catch((error: unknown) =>
          trouble(watched, String(error)),
        );
        watched.looking = { stop: ends, over };
        await over;
        delete watched.looking;
      }),
    );
    const next = [...known.values()].reduce((least, { at }) => Math.min(least, at), Number.POSITIVE_INFINITY);
    await world.pause(Math.min(Math.max(next - world.now(), SHORTEST_MS), LONGEST_MS), stop);
  }

  async function watch(): Promise<void> {
    while (!stop.aborted) await round();
  }

  // Spread, so that not all suppliers are asked at once after a restart.
  for (const standing of await orders.all()) {
    const watched = know(standing, world.now());
    if (watched) watched.at += watched.every * world.random();
  }
  const isAsked = [...bindings.values()].some(({ healthEverySeconds }) => healthEverySeconds);
  return {
    async begins({ order, binding, action }) {
      if (!bindings.get(binding)?.healthEverySeconds) return;
      const { looking } = known.get(order) ?? {};
      looking?.stop.abort();
      await looking?.over;
      if (UNWATCHED.includes(action)) await forget(order);
      else if (know({ order, binding }, Number.POSITIVE_INFINITY)) await orders.add({ order, binding });
    },
    ended({ order }) {
      const watched = known.get(order);
      if (watched) watched.at = world.now() + watched.every;
    },
    over: isAsked ? watch() : Promise.resolve(),
  };
}

const overdue = (limit: AbortSignal) =>
  new Promise<Failed>((resolve) => {
    const end = () => resolve(failed("too-slow", `no answer within ${LOOK_MS / 1000} seconds`));
    if (limit.aborted) end();
    limit.addEventListener("abort", end, { once: true });
  });
