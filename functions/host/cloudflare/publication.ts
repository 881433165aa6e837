// The Durable Object that holds the head of this node's manifest and its change log; the rules are in discovery/publish.ts.
import { DurableObject } from "cloudflare:workers";
import { afterLook, underWay } from "../../catalogue/evidence-schedule.ts";
import { type OwnEvidence, afterPublishing } from "../../catalogue/own-evidence.ts";
import type { Change, ChangeKind, Head } from "../../discovery/ports.ts";
import { type OfferVersion, type Proposal, type PublishRefusal, publish } from "../../discovery/publish.ts";
import type { Result } from "../../kernel/result.ts";
import { rolesOf } from "../../roles.ts";
import { type Env, harvestSecondsOf } from "./env.ts";
import { lookAtOwn } from "./own-look.ts";

const SCHEMA = `
CREATE TABLE IF NOT EXISTS head (one INTEGER PRIMARY KEY CHECK (one = 1), value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS offers (offer TEXT PRIMARY KEY, digest TEXT NOT NULL, document TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS changes (sequence INTEGER PRIMARY KEY, kind TEXT NOT NULL, offer TEXT NOT NULL, digest TEXT, document TEXT, at TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS documents (digest TEXT PRIMARY KEY, kind TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS evidence (one INTEGER PRIMARY KEY CHECK (one = 1), value TEXT NOT NULL);
`;

interface ChangeRow extends Record<string, SqlStorageValue> {
  sequence: number;
  kind: string;
  offer: string;
  digest: string | null;
  document: string | null;
  at: string;
}

export class Publication extends DurableObject<Env> {
  readonly #sql: SqlStorage;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.#sql = ctx.storage.sql;
    this.#sql.exec(SCHEMA);
    // A manifest that was published before this node looked at its credentials.
    const head = this.head();
    if (head && !this.evidence()) this.#lookSoon(head.manifest);
  }

  head(): Head | undefined {
    const [row] = this.#sql.exec<{ value: string }>("SELECT value FROM head").toArray();
    return row && (JSON.parse(row.value) as Head);
  }

  publish(proposal: Proposal): Result<Head, PublishRefusal> {
    return this.ctx.storage.transactionSync(() => {
      const known = this.#sql.exec<{ offer: string; digest: string }>("SELECT offer, digest FROM offers");
      const versions = new Map(known.toArray().map(({ offer, digest }) => [offer, digest]));
      const outcome = publish(this.head(), versions, proposal, new Date().toISOString());
      if (!outcome.ok) return outcome;
      this.#store(outcome.value.head, outcome.value.changes, proposal.offers);
      this.#lookSoon(proposal.address ?? proposal.manifest);
      return { ok: true, value: outcome.value.head };
    });
  }

  /** What is known of the credentials of the manifest. */
  evidence(): OwnEvidence | undefined {
    const [row] = this.#sql.exec<{ value: string }>("SELECT value FROM evidence").toArray();
    return row && (JSON.parse(row.value) as OwnEvidence);
  }

  /** Looks at credentials of the manifest that are due; what is left is due at once again (MPLI-EVID-034). */
  override async alarm(): Promise<void> {
    const [own, head, seconds] = [this.evidence(), this.head(), harvestSecondsOf(this.env)];
    if (!own || !head) return;
    const { looks, evidence: before } = own;
    // Whatever becomes of this look, even of this isolate, the next is an interval away.
    await this.#keep({ ...own, looks: underWay(looks, seconds, new Date()) });
    const looked = await lookAtOwn(head, own, this.env).catch((error: unknown) =>
      console.error("own credentials not checked", error),
    );
    const current = this.evidence();
    // Published again meanwhile, so that all of them are due.
    if (!looked || current?.looks.since !== looks.since) return;
    const { snapshot, found } = looked;
    const next = afterLook({ looks, snapshot, before, found }, seconds, new Date());
    await this.#keep({ ...current, looks: next, version: head.digest, evidence: found });
  }

  #lookSoon(address: string): void {
    // A catalogue compares demands with what it harvests, not with what it publishes.
    if (rolesOf(this.env.MPLI_ROLES).includes("catalogue")) return;
    void this.#keep(afterPublishing(address, this.evidence(), new Date()));
  }

  async #keep(own: OwnEvidence): Promise<void> {
    this.#sql.exec("INSERT OR REPLACE INTO evidence VALUES (1, ?)", JSON.stringify(own));
    await this.ctx.storage.setAlarm(Math.max(own.looks.dueAt, Date.now()));
  }

  changes(after: number, limit: number): Change[] {
    const rows = this.#sql.exec<ChangeRow>(
      "SELECT * FROM changes WHERE sequence > ? ORDER BY sequence LIMIT ?",
      after,
      limit,
    );
    return rows.toArray().map(({ kind, digest, document, ...row }) => ({
      ...row,
      kind: kind as ChangeKind,
      ...(digest ? { digest } : {}),
      ...(document ? { document } : {}),
    }));
  }

  kindOf(digest: string): "head" | "page" | undefined {
    const [row] = this.#sql
      .exec<{ kind: "head" | "page" }>("SELECT kind FROM documents WHERE digest = ?", digest)
      .toArray();
    return row?.kind;
  }

  documentOf(offer: string): string | undefined {
    const rows = this.#sql.exec<{ document: string }>("SELECT document FROM offers WHERE offer = ?", offer);
    return rows.toArray()[0]?.document;
  }

  #store(head: Head, changes: readonly Change[], offers: readonly OfferVersion[]): void {
    this.#sql.exec("INSERT OR REPLACE INTO head VALUES (1, ?)", JSON.stringify(head));
    this.#sql.exec("INSERT OR IGNORE INTO documents VALUES (?, 'head')", head.digest);
    for (const page of head.pages) this.#sql.exec("INSERT OR IGNORE INTO documents VALUES (?, 'page')", page);
    // A page is another document as soon as one of its offers changes, so where offers stand is written anew.
    this.#sql.exec("DELETE FROM offers");
    for (const { offer, digest, document } of offers)
      this.#sql.exec("INSERT INTO offers VALUES (?, ?, ?)", offer, digest, document);
    for (const { sequence, kind, offer, digest = null, document = null, at } of changes) {
      this.#sql.exec(
        "INSERT INTO changes VALUES (?, ?, ?, ?, ?, ?)",
        sequence,
        kind,
        offer,
        digest,
        document,
        at,
      );
    }
  }
}
