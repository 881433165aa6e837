// The Durable Object that keeps the book of providers and wakes up to harvest them; the rules are in catalogue/.
import { DurableObject } from "cloudflare:workers";
import { guardedFetch } from "../../edge/guard.ts";
import { checkEvidence } from "../../catalogue/evidence.ts";
import { harvest } from "../../catalogue/harvest.ts";
import { segmentOf, sourceOf } from "../../catalogue/market.ts";
import { AT_ONCE, type Portion, afterLook, underWay } from "../../catalogue/evidence-schedule.ts";
import type { KeptEvidence, Registration, Snapshot } from "../../catalogue/ports.ts";
import { afterHarvest, registration } from "../../catalogue/schedule.ts";
import { FORMAT } from "../../compatibility/segment/layout.ts";
import { planPacks } from "../../compatibility/segment/packs.ts";
import type { Segments } from "../../compatibility/segment/segments.ts";
import { verifier } from "../../trust/verifier.ts";
import { registrationIn, rowsOf } from "./catalogue-rows.ts";
import { type Env, anchorsOf, harvestSecondsOf } from "./env.ts";
import { kvEvidenceStore, kvGraphStore } from "./graph-store.ts";
import { claimsIn, openAhead, segmentsOf } from "./segments.ts";

/** For one fetch of a credential, a DID document or a status list. */
const CREDENTIAL_SECONDS = 3;

const SCHEMA = `
CREATE TABLE IF NOT EXISTS providers (origin TEXT PRIMARY KEY, due_at INTEGER NOT NULL, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS evidence (origin TEXT PRIMARY KEY, due_at INTEGER, value TEXT NOT NULL) WITHOUT ROWID;
`;
const BOOK =
  "SELECT p.value AS provider, e.value AS evidence FROM providers p LEFT JOIN evidence e ON e.origin = p.origin";

export class Catalogue extends DurableObject<Env> {
  readonly #sql: SqlStorage;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.#sql = ctx.storage.sql;
    this.#sql.exec(SCHEMA);
  }

  list(): Registration[] {
    return this.#read(`${BOOK} ORDER BY p.origin`);
  }

  async register(origin: string): Promise<{ registration: Registration; created: boolean }> {
    const now = new Date();
    const known = this.#entry(origin);
    const entry = known ? { ...known, dueAt: now.getTime() } : registration(origin, now);
    this.#write(entry);
    await this.#rearm();
    return { registration: entry, created: !known };
  }

  async remove(origin: string): Promise<boolean> {
    const removed = this.#sql.exec("DELETE FROM providers WHERE origin = ?", origin).rowsWritten > 0;
    this.#sql.exec("DELETE FROM evidence WHERE origin = ?", origin);
    await this.#rearm();
    return removed;
  }

  /** Harvests a registered provider at once; false when there is none at this origin. */
  async harvestNow(origin: string): Promise<boolean> {
    const known = this.#entry(origin);
    if (!known) return false;
    await this.#harvest(known);
    await this.#rearm();
    return true;
  }

  /**
   * Turns to what has been due longest: a harvest, or a look at the credentials of a provider. One a wake-up, so that
   * each has its own time and memory; whatever becomes of it, even of this isolate, the next is another's.
   */
  override async alarm(): Promise<void> {
    const now = Date.now();
    const [harvest] = this.#read(`${BOOK} WHERE p.due_at <= ? ORDER BY p.due_at LIMIT 1`, now);
    const [look] = this.#read(`${BOOK} WHERE e.due_at <= ? ORDER BY e.due_at LIMIT 1`, now);
    if (harvest && !(look?.looks && look.looks.dueAt < harvest.dueAt)) {
      const next = { ...harvest, dueAt: now + harvestSecondsOf(this.env) * 1000 };
      this.#write(next);
      await this.#rearm();
      await this.#harvest(harvest);
    } else if (look) await this.#checkEvidence(look);
    await this.#rearm();
  }

  async #harvest(due: Registration): Promise<void> {
    const outcome = await harvest(due.origin, due.snapshot, {
      fetch: guardedFetch((...request) => fetch(...request), { loopback: this.env.MPLI_LOCAL === "1" }),
      graphs: kvGraphStore(this.env.GRAPHS),
      texts: kvEvidenceStore(this.env.GRAPHS),
      now: () => new Date(),
    }).catch((error: unknown) => {
      console.error("harvest broke", due.origin, error);
      return { ok: false, refusal: { code: "harvest-broke" } } as const;
    });
    // The provider may have been removed or registered again while its answers were under way.
    const current = this.#entry(due.origin);
    if (current?.registeredAt === due.registeredAt)
      this.#write(afterHarvest(current, outcome, harvestSecondsOf(this.env), new Date()));
    await this.#checkEvidence(due);
    // After the swap, so that nobody waits for it; within the wake-up, so that one provider at a time takes memory.
    if (outcome.ok) await this.#keepSegment(due.origin, outcome.value);
  }

  /** Looks at credentials of a provider, also of one that cannot be harvested: they may have been revoked. */
  async #checkEvidence({
    origin,
    registeredAt,
  }: Pick<Registration, "origin" | "registeredAt">): Promise<void> {
    const seconds = harvestSecondsOf(this.env);
    const before = this.#entry(origin);
    if (!before?.snapshot || !before.looks) return;
    const { snapshot, looks } = before;
    this.#write({ ...before, looks: underWay(looks, seconds, new Date()) });
    await this.#rearm();
    const found = await this.#look(snapshot, before.evidence, { ...AT_ONCE, since: looks.since }).catch(
      (error: unknown) => console.error("credentials not checked", origin, error),
    );
    const current = this.#entry(origin);
    // What was found out is about this version, and this registration.
    if (current?.registeredAt !== registeredAt || current.snapshot?.digest !== snapshot.digest) return;
    const looked = { looks, snapshot, before: before.evidence, found: found ?? undefined };
    const next = afterLook(looked, seconds, new Date());
    this.#write({ ...current, ...(found ? { evidence: found } : {}), looks: next });
  }

  #look(snapshot: Snapshot, before: KeptEvidence | undefined, portion: Portion): Promise<KeptEvidence> {
    const loopback = this.env.MPLI_LOCAL === "1";
    const ports = {
      fetch: guardedFetch((...request) => fetch(...request), { loopback }, CREDENTIAL_SECONDS),
      now: () => new Date(),
    };
    return checkEvidence(
      snapshot,
      before,
      {
        ...ports,
        // With a memory of its own: what was revoked a minute ago must not be read from it.
        verify: verifier({ ...ports, loopback, anchors: anchorsOf(this.env) }),
        texts: kvEvidenceStore(this.env.GRAPHS),
        claims: claimsIn(this.env.GRAPHS),
        log: (message, error) => console.error(message, error),
      },
      portion,
    );
  }

  #entry(origin: string): Registration | undefined {
    return this.#read(`${BOOK} WHERE p.origin = ?`, origin)[0];
  }

  /** Compiles a snapshot, and puts small ones together once there are some. */
  async #keepSegment(origin: string, snapshot: Snapshot): Promise<void> {
    const segments = segmentsOf(this.env);
    const segment = await openAhead(sourceOf(snapshot, false), segments);
    const current = this.#entry(origin);
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
    const { due } = this.#sql
      .exec<{ due: number | null }>(
        "SELECT MIN(due_at) AS due FROM (SELECT due_at FROM providers UNION ALL SELECT due_at FROM evidence)",
      )
      .one();
    if (due === null) await this.ctx.storage.deleteAlarm();
    else await this.ctx.storage.setAlarm(Math.max(due, Date.now()));
  }

  #read(query: string, ...values: (string | number)[]): Registration[] {
    return this.#sql
      .exec<{ provider: string; evidence: string | null }>(query, ...values)
      .toArray()
      .map(({ provider, evidence }) => registrationIn({ provider, evidence: evidence ?? "{}" }));
  }

  #write(entry: Registration): void {
    const { provider, evidence } = rowsOf(entry);
    const { origin, dueAt, looks } = entry;
    this.#sql.exec("INSERT OR REPLACE INTO providers VALUES (?, ?, ?)", origin, dueAt, provider);
    this.#sql.exec(
      "INSERT OR REPLACE INTO evidence VALUES (?, ?, ?)",
      origin,
      looks?.dueAt ?? null,
      evidence,
    );
  }
}
