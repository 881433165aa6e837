// The Durable Object that keeps the book of issued credentials and their status; the rules are in trust/issuing/book.ts.
import { DurableObject } from "cloudflare:workers";
import type { Result } from "../../kernel/result.ts";
import { MOST_GIVEN, changeRefusal, freeIndex } from "../../trust/issuing/book.ts";
import type {
  ChangeRefusal,
  IssuedCredential,
  ListState,
  Position,
  Purpose,
  Reservation,
  StatusChange,
  TakenRefusal,
} from "../../trust/issuing/ports.ts";

const SCHEMA = `
CREATE TABLE IF NOT EXISTS credentials (sequence INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, types TEXT NOT NULL, issued_at TEXT NOT NULL, valid_until TEXT NOT NULL, digest TEXT);
CREATE TABLE IF NOT EXISTS lists (list INTEGER PRIMARY KEY, purpose TEXT NOT NULL, given INTEGER NOT NULL, version INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS entries (list INTEGER NOT NULL, position INTEGER NOT NULL, purpose TEXT NOT NULL, credential INTEGER NOT NULL, is_set INTEGER NOT NULL, PRIMARY KEY (list, position)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS entries_of_credential ON entries (credential);
`;

interface CredentialRow extends Record<string, SqlStorageValue> {
  sequence: number;
  id: string;
  types: string;
  issued_at: string;
  valid_until: string;
  digest: string | null;
}

interface EntryRow extends Record<string, SqlStorageValue> {
  list: number;
  position: number;
  purpose: Purpose;
  is_set: number;
}

export class Issuance extends DurableObject {
  readonly #sql: SqlStorage;

  constructor(ctx: DurableObjectState, env: unknown) {
    super(ctx, env as never);
    this.#sql = ctx.storage.sql;
    this.#sql.exec(SCHEMA);
  }

  reserve({ id, types, purposes, issuedAt, validUntil }: Reservation): Result<Position[], TakenRefusal> {
    return this.ctx.storage.transactionSync(() => {
      if (this.find(id)) return { ok: false, refusal: { code: "credential-id-taken", id } };
      const { sequence } = this.#sql
        .exec<{ sequence: number }>(
          "INSERT INTO credentials (id, types, issued_at, valid_until) VALUES (?, ?, ?, ?) RETURNING sequence",
          id,
          JSON.stringify(types),
          issuedAt,
          validUntil,
        )
        .one();
      return { ok: true, value: purposes.map((purpose) => this.#give(purpose, sequence)) };
    });
  }

  seal(id: string, digest: string): void {
    this.#sql.exec("UPDATE credentials SET digest = ? WHERE id = ?", digest, id);
  }

  change(id: string, changes: readonly StatusChange[]): Result<IssuedCredential, ChangeRefusal> {
    return this.ctx.storage.transactionSync(() => {
      const known = this.find(id);
      const refusal = changeRefusal(id, known, changes);
      if (!known || refusal) return { ok: false, refusal: refusal ?? { code: "no-such-credential", id } };
      for (const { list, index, purpose, isSet } of known.status) {
        const wanted = changes.find((change) => change.purpose === purpose)?.isSet ?? isSet;
        if (wanted === isSet) continue;
        const value = Number(wanted);
        this.#sql.exec("UPDATE entries SET is_set = ? WHERE list = ? AND position = ?", value, list, index);
        this.#sql.exec("UPDATE lists SET version = version + 1 WHERE list = ?", list);
      }
      return { ok: true, value: this.find(id) ?? known };
    });
  }

  list(list: number): ListState | undefined {
    const [row] = this.#sql
      .exec<{ purpose: Purpose; version: number }>("SELECT purpose, version FROM lists WHERE list = ?", list)
      .toArray();
    if (!row) return undefined;
    const set = this.#sql.exec<{ position: number }>(
      "SELECT position FROM entries WHERE list = ? AND is_set = 1",
      list,
    );
    return { ...row, set: set.toArray().map(({ position }) => position) };
  }

  find(id: string): IssuedCredential | undefined {
    return this.#read("SELECT * FROM credentials WHERE id = ?", id)[0];
  }

  issuedAfter(sequence: number, limit: number): IssuedCredential[] {
    return this.#read(
      "SELECT * FROM credentials WHERE sequence > ? ORDER BY sequence LIMIT ?",
      sequence,
      limit,
    );
  }

  /** A position in the list that is open for this purpose; where none is, the next is opened. */
  #give(purpose: Purpose, credential: number): Position {
    const [open] = this.#sql
      .exec<{ list: number }>(
        "SELECT list FROM lists WHERE purpose = ? AND given < ? ORDER BY list LIMIT 1",
        purpose,
        MOST_GIVEN,
      )
      .toArray();
    const list = open?.list ?? this.#open(purpose);
    const isGiven = (index: number) =>
      this.#sql.exec("SELECT 1 FROM entries WHERE list = ? AND position = ?", list, index).toArray().length >
      0;
    const index = freeIndex(isGiven, random);
    this.#sql.exec("INSERT INTO entries VALUES (?, ?, ?, ?, 0)", list, index, purpose, credential);
    this.#sql.exec("UPDATE lists SET given = given + 1 WHERE list = ?", list);
    return { purpose, list, index };
  }

  #open(purpose: Purpose): number {
    return this.#sql
      .exec<{ list: number }>(
        "INSERT INTO lists (purpose, given, version) VALUES (?, 0, 0) RETURNING list",
        purpose,
      )
      .one().list;
  }

  #read(query: string, ...values: (string | number)[]): IssuedCredential[] {
    return this.#sql
      .exec<CredentialRow>(query, ...values)
      .toArray()
      .map(({ sequence, id, types, issued_at, valid_until, digest }) => ({
        sequence,
        id,
        types: JSON.parse(types) as string[],
        issuedAt: issued_at,
        validUntil: valid_until,
        ...(digest === null ? {} : { digest }),
        status: this.#sql
          .exec<EntryRow>(
            "SELECT list, position, purpose, is_set FROM entries WHERE credential = ? ORDER BY purpose",
            sequence,
          )
          .toArray()
          .map(({ list, position, purpose, is_set }) => ({
            purpose,
            list,
            index: position,
            isSet: is_set === 1,
          })),
      }));
  }
}

/** A whole number below 2^32. */
const random = () => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
