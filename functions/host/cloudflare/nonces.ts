// The Durable Object that remembers which requests for presentations were answered, until they would have expired anyway.
import { DurableObject } from "cloudflare:workers";
import type { Use } from "../../trust/presentation/ports.ts";
import type { Env } from "./env.ts";

const SCHEMA = `
CREATE TABLE IF NOT EXISTS secret (one INTEGER PRIMARY KEY CHECK (one = 1), value BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS used (nonce TEXT PRIMARY KEY, until INTEGER NOT NULL, at INTEGER NOT NULL, satisfied INTEGER NOT NULL, digest TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS used_until ON used (until);
`;

const SECRET_BYTES = 32;
/** Milliseconds between two sweeps at least: one alarm then ends many nonces. */
const SWEEP_MS = 60_000;

export class Nonces extends DurableObject<Env> {
  readonly #sql: SqlStorage;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.#sql = ctx.storage.sql;
    this.#sql.exec(SCHEMA);
  }

  /** Made when it is first asked for. */
  secret(): ArrayBuffer {
    const made = crypto.getRandomValues(new Uint8Array(SECRET_BYTES));
    this.#sql.exec("INSERT INTO secret VALUES (1, ?) ON CONFLICT DO NOTHING", made.buffer);
    return this.#sql.exec<{ value: ArrayBuffer }>("SELECT value FROM secret").one().value;
  }

  /** One statement decides, so of several at the same time one wins. */
  async consume({ nonce, until, satisfied, digest }: Use): Promise<boolean> {
    const won = this.#sql
      .exec(
        "INSERT INTO used VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING nonce",
        nonce,
        until,
        Date.now(),
        satisfied ? 1 : 0,
        digest,
      )
      .toArray();
    if ((await this.ctx.storage.getAlarm()) === null) await this.ctx.storage.setAlarm(Date.now() + SWEEP_MS);
    return won.length > 0;
  }

  override async alarm(): Promise<void> {
    this.#sql.exec("DELETE FROM used WHERE until <= ?", Date.now());
    const { left } = this.#sql.exec<{ left: number }>("SELECT COUNT(*) AS left FROM used").one();
    if (left > 0) await this.ctx.storage.setAlarm(Date.now() + SWEEP_MS);
  }
}
