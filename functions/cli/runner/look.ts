// One look at what was delivered, outside of any job: the adapter says how it is, and nothing is changed.
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Health } from "../../delivery/lifecycle/health.ts";
import { type Failed, type Tool, failed } from "./adapters/adapter.ts";
import type { Job } from "./job.ts";
import { environmentOf, runProcess } from "./process.ts";
import type { Bound, RunWorld } from "./run.ts";
import { redactor } from "./secrets.ts";
import type { Standing } from "./standing.ts";

export type LookWorld = Pick<RunWorld, "ask" | "sign" | "log" | "environment"> & {
  /** Where looks have their folders. */
  readonly folder: string;
  readonly kept: string;
};

/** How it is; undefined while that cannot be said. A look that goes wrong says nothing of the service. */
export async function lookAt(
  { order, binding }: Standing,
  { adapter, environment: names, hidden: set = [] }: Bound,
  { ask, sign, log, environment, folder: looks, kept }: LookWorld,
  signal: AbortSignal,
): Promise<Health | Failed | undefined> {
  if (!adapter.health) return failed("action-not-supported", `${binding} cannot tell how it is`);
  const folder = join(looks, crypto.randomUUID());
  const hidden = redactor();
  hidden.add([...names.flatMap((name) => environment[name] ?? []), ...set]);
  const tool: Tool = {
    job: jobOf(order, binding),
    folder,
    kept: join(kept, order),
    signal,
    ask,
    sign,
    progress: () => undefined,
    log,
    hide: hidden.add,
    run: (command) =>
      runProcess(
        { folder, ...command, environment: { ...environmentOf(names, environment), ...command.environment } },
        { signal, graceMs: 0 },
        async () => undefined,
      ),
    elsewhere: (start) => start(),
  };
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const said = await adapter.health(tool);
    if (said === undefined || ("healthy" in said && said.healthy)) return said;
    return { ...said, detail: plainLine(hidden.hide(said.detail)) };
  } catch (error) {
    return failed("runner-fault", error instanceof Error ? error.message : String(error));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A job that no node asked for: nothing is known of the order here but its id. */
const jobOf = (order: string, binding: string): Job => ({
  id: order,
  order,
  epoch: 1,
  action: "lookup",
  binding,
  leaseSeconds: 1,
  parameters: {},
  generation: 1,
  sent: { action: "health", order, binding },
});

const MOST_DETAIL = 500;

/** As nodes take it: one line, and not a long one. */
const plainLine = (text: string) =>
  text
    .replace(/[\p{Cc}\s]+/gu, " ")
    .trim()
    .slice(0, MOST_DETAIL)
    .toWellFormed() || "no reason given";
