// The Durable Object that holds the head of this node's manifest and its change log; the rules are in discovery/publish.ts.
import { DurableObject } from "cloudflare:workers";
import type { Change, ChangeKind, Head } from "../../discovery/ports.ts";
import { type OfferVersion, type Proposal, type PublishRefusal, publish } from "../../discovery/publish.ts";
import type { Result } from "../../kernel/result.ts";

const SCHEMA = `
CREATE TABLE IF NOT EXISTS head (one INTEGER PRIMARY KEY CHECK (one = 1), value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS offers (offer TEXT PRIMARY KEY, digest TEXT NOT NULL, document TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS changes (sequence INTEGER PRIMARY KEY, kind TEXT NOT NULL, offer TEXT NOT NULL, digest TEXT, document TEXT, at TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS documents (digest TEXT PRIMARY KEY, kind TEXT NOT NULL) WITHOUT ROWID;
`;

interface ChangeRow extends Record<string, SqlStorageValue> {
  sequence: number;
  kind: string;
  offer: string;
  digest: string | null;
  document: string | null;
  at: string;
}

export class Publication extends DurableObject {
  readonly #sql: SqlStorage;

  constructor(ctx: DurableObjectState, env: unknown) {
    super(ctx, env as never);
    this.#sql = ctx.storage.sql;
    this.#sql.exec(SCHEMA);
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
      return { ok: true, value: outcome.value.head };
    });
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
