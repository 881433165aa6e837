// The Durable Object that keeps the book of providers and wakes up to harvest them; the rules are in catalogue/.
import { DurableObject } from "cloudflare:workers";
import { guardedFetch } from "../../catalogue/guard.ts";
import { harvest } from "../../catalogue/harvest.ts";
import { segmentOf, sourceOf } from "../../catalogue/market.ts";
import type { Registration, Snapshot } from "../../catalogue/ports.ts";
import { afterHarvest, registration } from "../../catalogue/schedule.ts";
import { FORMAT } from "../../compatibility/segment/layout.ts";
import { planPacks } from "../../compatibility/segment/packs.ts";
import type { Segments } from "../../compatibility/segment/segments.ts";
import { type Env, harvestSecondsOf } from "./env.ts";
import { kvGraphStore } from "./graph-store.ts";
import { openAhead, segmentsOf } from "./segments.ts";

const SCHEMA =
  "CREATE TABLE IF NOT EXISTS providers (origin TEXT PRIMARY KEY, due_at INTEGER NOT NULL, value TEXT NOT NULL) WITHOUT ROWID";

export class Catalogue extends DurableObject<Env> {
  readonly #sql: SqlStorage;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.#sql = ctx.storage.sql;
    this.#sql.exec(SCHEMA);
  }

  list(): Registration[] {
    return this.#read("SELECT value FROM providers ORDER BY origin");
  }

  async register(origin: string): Promise<{ registration: Registration; created: boolean }> {
    const now = new Date();
    const [known] = this.#read("SELECT value FROM providers WHERE origin = ?", origin);
    const entry = known ? { ...known, dueAt: now.getTime() } : registration(origin, now);
    this.#write(entry);
    await this.#rearm();
    return { registration: entry, created: !known };
  }

  async remove(origin: string): Promise<boolean> {
    const removed = this.#sql.exec("DELETE FROM providers WHERE origin = ?", origin).rowsWritten > 0;
    await this.#rearm();
    return removed;
  }

  /** Harvests a registered provider at once; false when there is none at this origin. */
  async harvestNow(origin: string): Promise<boolean> {
    const [known] = this.#read("SELECT value FROM providers WHERE origin = ?", origin);
    if (!known) return false;
    await this.#harvest(known);
    await this.#rearm();
    return true;
  }

  /** Harvests the provider that has been due longest; one a wake-up, so that each has its own time and memory. */
  override async alarm(): Promise<void> {
    const [due] = this.#read(
      "SELECT value FROM providers WHERE due_at <= ? ORDER BY due_at LIMIT 1",
      Date.now(),
    );
    if (due) {
      // Whatever becomes of this harvest, even of this isolate, the next wake-up is another provider's.
      this.#write({ ...due, dueAt: Date.now() + harvestSecondsOf(this.env) * 1000 });
      await this.#rearm();
      await this.#harvest(due);
    }
    await this.#rearm();
  }

  async #harvest(due: Registration): Promise<void> {
    const outcome = await harvest(due.origin, due.snapshot, {
      fetch: guardedFetch((...request) => fetch(...request), { loopback: this.env.MPLI_LOCAL === "1" }),
      graphs: kvGraphStore(this.env.GRAPHS),
      now: () => new Date(),
    }).catch((error: unknown) => {
      console.error("harvest broke", due.origin, error);
      return { ok: false, refusal: { code: "harvest-broke" } } as const;
    });
    // The provider may have been removed or registered again while its answers were under way.
    const [current] = this.#read("SELECT value FROM providers WHERE origin = ?", due.origin);
    if (current?.registeredAt === due.registeredAt)
      this.#write(afterHarvest(current, outcome, harvestSecondsOf(this.env), new Date()));
    // After the swap, so that nobody waits for it; within the wake-up, so that one provider at a time takes memory.
    if (outcome.ok) await this.#keepSegment(due.origin, outcome.value);
  }

  /** Compiles a snapshot, and puts small ones together once there are some. */
  async #keepSegment(origin: string, snapshot: Snapshot): Promise<void> {
    const segments = segmentsOf(this.env);
    const segment = await openAhead(sourceOf(snapshot, false), segments);
    const [current] = this.#read("SELECT value FROM providers WHERE origin = ?", origin);
    if (!segment || !current || segmentOf(current)) return;
    const before = this.#packs();
    const kept = { manifest: snapshot.digest, format: FORMAT, bytes: segment.bytes };
    this.#write({ ...current, segment: kept });
    try {
      await this.#pack(segments);
      const used = new Set(this.#packs());
      // Who still holds the old list of packs reads their segments one by one.
      for (const pack of before) if (!used.has(pack)) await segments.unpack(pack);
    } catch (error) {
      console.error("not packed", error);
    }
  }

  async #pack(segments: Segments): Promise<void> {
    for (const members of planPacks(this.list().flatMap((each) => segmentOf(each) ?? []))) {
      const pack = await segments.pack(members);
      for (const each of this.list()) {
        const segment = segmentOf(each);
        if (segment && pack.manifests.includes(segment.manifest))
          this.#write({ ...each, segment: { ...segment, pack: pack.name } });
      }
    }
  }

  #packs(): string[] {
    return this.list().flatMap(({ segment }) => segment?.pack ?? []);
  }

  async #rearm(): Promise<void> {
    const { due } = this.#sql.exec<{ due: number | null }>("SELECT MIN(due_at) AS due FROM providers").one();
    if (due === null) await this.ctx.storage.deleteAlarm();
    else await this.ctx.storage.setAlarm(Math.max(due, Date.now()));
  }

  #read(query: string, ...values: (string | number)[]): Registration[] {
    return this.#sql
      .exec<{ value: string }>(query, ...values)
      .toArray()
      .map(({ value }) => JSON.parse(value));
  }

  #write(entry: Registration): void {
    this.#sql.exec(
      "INSERT OR REPLACE INTO providers VALUES (?, ?, ?)",
      entry.origin,
      entry.dueAt,
      JSON.stringify(entry),
    );
  }
}
