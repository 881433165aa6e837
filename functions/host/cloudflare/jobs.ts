// The Durable Object that lists the jobs of a node that wait for a runner. It decides nothing: the orders do.
import { DurableObject } from "cloudflare:workers";
import type { Env } from "./env.ts";

const SCHEMA = `
CREATE TABLE IF NOT EXISTS waiting (run TEXT PRIMARY KEY, "order" TEXT NOT NULL, binding TEXT NOT NULL, at INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS waiting_at ON waiting (binding, at);
`;

/** For so long a job is hidden from others after one runner was pointed to it. */
const HIDDEN_MS = 10_000;

export interface Waiting {
  readonly run: string;
  readonly order: string;
  readonly binding: string;
  /** Milliseconds since 1970. */
  readonly notBefore: number;
}

interface Waiter {
  readonly bindings: readonly string[];
  readonly wake: () => void;
}

export class Jobs extends DurableObject<Env> {
  readonly #sql: SqlStorage;
  readonly #waiters = new Set<Waiter>();

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.#sql = ctx.storage.sql;
    this.#sql.exec(SCHEMA);
  }

  announce({ run, order, binding, notBefore }: Waiting): void {
    this.#sql.exec("INSERT OR REPLACE INTO waiting VALUES (?, ?, ?, ?)", run, order, binding, notBefore);
    for (const waiter of this.#waiters) if (waiter.bindings.includes(binding)) waiter.wake();
  }

  /** The job that has waited longest for one of these bindings; undefined when none comes within these seconds. */
  async take(
    bindings: readonly string[],
    waitSeconds: number,
  ): Promise<{ order: string; run: string } | undefined> {
    const until = Date.now() + waitSeconds * 1000;
    for (;;) {
      const now = Date.now();
      const next = this.#next(bindings);
      if (next && next.at <= now) {
        this.#sql.exec("UPDATE waiting SET at = ? WHERE run = ?", now + HIDDEN_MS, next.run);
        return { order: next.order, run: next.run };
      }
      if (now >= until) return undefined;
      await this.#pause(bindings, Math.min(until, next?.at ?? until) - now);
    }
  }

  done(run: string): void {
    this.#sql.exec("DELETE FROM waiting WHERE run = ?", run);
  }

  #next(bindings: readonly string[]): { run: string; order: string; at: number } | undefined {
    const places = bindings.map(() => "?").join(",");
    return this.#sql
      .exec<{ run: string; order: string; at: number }>(
        `SELECT run, "order", at FROM waiting WHERE binding IN (${places}) ORDER BY at LIMIT 1`,
        ...bindings,
      )
      .toArray()[0];
  }

  async #pause(bindings: readonly string[], milliseconds: number): Promise<void> {
    await new Promise<void>((wake) => {
      const timer = setTimeout(end, Math.max(1, milliseconds));
      const waiter: Waiter = { bindings, wake: end };
      const waiters = this.#waiters;
      function end() {
        clearTimeout(timer);
        waiters.delete(waiter);
        wake();
      }
      waiters.add(waiter);
    });
  }
}
