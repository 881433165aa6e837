// An order in the SQLite of its Durable Object: what it is, what was said of it, and what is to be sent.
import type { Entry } from "../../delivery/ledger.ts";
import type { Operation } from "../../delivery/lifecycle/delivery.ts";
import type { Change, OrderStore, StoredEvent } from "../../delivery/ports.ts";
import type { OrderRecord } from "../../delivery/record.ts";
import { lateTables } from "./late-tables.ts";

const SCHEMA = `
CREATE TABLE IF NOT EXISTS record (one INTEGER PRIMARY KEY CHECK (one = 1), value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS operations (n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS events (sequence INTEGER PRIMARY KEY, digest TEXT NOT NULL, text TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS reports (epoch INTEGER NOT NULL, sequence INTEGER NOT NULL, digest TEXT NOT NULL, PRIMARY KEY (epoch, sequence)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS letters (sequence INTEGER PRIMARY KEY, due_at INTEGER, made INTEGER NOT NULL, began INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS ledger (n INTEGER PRIMARY KEY, kind TEXT NOT NULL, id TEXT NOT NULL, period TEXT NOT NULL, digest TEXT NOT NULL, value TEXT NOT NULL, UNIQUE (kind, id));
CREATE INDEX IF NOT EXISTS ledger_period ON ledger (kind, period);
CREATE INDEX IF NOT EXISTS letters_due ON letters (due_at) WHERE due_at IS NOT NULL;
`;

const MOST_OPERATIONS_SHOWN = 100;

export function sqlOrderStore(storage: DurableObjectStorage): OrderStore {
  const { rows, make } = lateTables(storage, SCHEMA);
  let record = rows<{ value: string }>("SELECT value FROM record").map(
    ({ value }) => JSON.parse(value) as OrderRecord,
  )[0];
  return {
    record: () => record,
    operation(id) {
      const [row] = rows<{ value: string }>("SELECT value FROM operations WHERE id = ?", id);
      return row && (JSON.parse(row.value) as Operation);
    },
    operations: () =>
      rows<{ value: string }>(
        "SELECT value FROM (SELECT n, value FROM operations ORDER BY n DESC LIMIT ?) ORDER BY n",
        MOST_OPERATIONS_SHOWN,
      ).map(({ value }) => JSON.parse(value) as Operation),
    reportDigest(epoch, sequence) {
      const [row] = rows<{ digest: string }>(
        "SELECT digest FROM reports WHERE epoch = ? AND sequence = ?",
        epoch,
        sequence,
      );
      return row?.digest;
    },
    events: (after, limit) =>
      rows<StoredEvent & Record<string, SqlStorageValue>>(
        "SELECT sequence, text, digest FROM events WHERE sequence > ? ORDER BY sequence LIMIT ?",
        after,
        limit,
      ),
    nextLetter() {
      const [row] = rows<{ sequence: number; due_at: number; made: number; began: number }>(
        "SELECT * FROM letters WHERE due_at IS NOT NULL ORDER BY due_at, sequence LIMIT 1",
      );
      return (
        row && { sequence: row.sequence, dueAt: row.due_at, attempts: { made: row.made, began: row.began } }
      );
    },
    entry(kind, id) {
      return rows<EntryRow>("SELECT * FROM ledger WHERE kind = ? AND id = ?", kind, id).map(entryIn)[0];
    },
    entries: (kind, period) =>
      rows<EntryRow>("SELECT * FROM ledger WHERE kind = ? AND period = ? ORDER BY n", kind, period).map(
        entryIn,
      ),
    countEntries: (kind, period) =>
      rows<{ n: number }>("SELECT count(*) AS n FROM ledger WHERE kind = ? AND period = ?", kind, period)[0]
        ?.n ?? 0,
    commit(change) {
      make();
      storage.transactionSync(() => write(storage.sql, change));
      ({ record } = change);
    },
  };
}

type EntryRow = Record<"kind" | "id" | "period" | "digest" | "value", string>;

const entryIn = ({ kind, id, period, digest, value }: EntryRow): Entry => ({
  kind: kind as Entry["kind"],
  id,
  period,
  digest,
  value: JSON.parse(value) as Entry["value"],
});

function write(sql: SqlStorage, change: Change): void {
  const { record, events, operations, reports, letters, received, entries } = change;
  sql.exec("INSERT OR REPLACE INTO record VALUES (1, ?)", JSON.stringify(record));
  for (const { sequence, digest, text } of events)
    sql.exec("INSERT INTO events VALUES (?, ?, ?)", sequence, digest, text);
  for (const operation of operations)
    sql.exec(
      "INSERT INTO operations (id, value) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET value = excluded.value",
      operation.id,
      JSON.stringify(operation),
    );
  for (const { epoch, sequence, digest } of reports)
    sql.exec("INSERT INTO reports VALUES (?, ?, ?)", epoch, sequence, digest);
  for (const { sequence, dueAt, attempts } of letters)
    sql.exec(
      "INSERT OR REPLACE INTO letters VALUES (?, ?, ?, ?)",
      sequence,
      dueAt,
      attempts.made,
      attempts.began,
    );
  for (const sequence of received) sql.exec("DELETE FROM letters WHERE sequence = ?", sequence);
  for (const { kind, id, period, digest, value } of entries)
    sql.exec(
      "INSERT INTO ledger (kind, id, period, digest, value) VALUES (?, ?, ?, ?, ?)",
      kind,
      id,
      period,
      digest,
      JSON.stringify(value),
    );
}
