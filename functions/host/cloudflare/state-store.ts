// The states of one order's tools in the SQLite of its Durable Object, in pieces that fit into a row.
import { concatBytes } from "@noble/hashes/utils.js";
import type { StateLock, StateStore, StateVersion } from "../../delivery/states/ports.ts";
import { lateTables } from "./late-tables.ts";

const SCHEMA = `
CREATE TABLE IF NOT EXISTS states (version INTEGER PRIMARY KEY AUTOINCREMENT, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS state_pieces (version INTEGER NOT NULL, piece INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (version, piece));
CREATE TABLE IF NOT EXISTS state_now (one INTEGER PRIMARY KEY CHECK (one = 1), current INTEGER, lock TEXT);
`;

/** A row holds two megabytes. */
const PIECE_BYTES = 1024 * 1024;

export function sqlStateStore(storage: DurableObjectStorage): StateStore {
  const { sql } = storage;
  const { rows, make } = lateTables(storage, SCHEMA);
  const now = () =>
    rows<{ current: number | null; lock: string | null }>("SELECT current, lock FROM state_now")[0];
  const setCurrent = (version: number | null) =>
    sql.exec(
      "INSERT INTO state_now (one, current) VALUES (1, ?) ON CONFLICT (one) DO UPDATE SET current = excluded.current",
      version,
    );
  const pieces = (bytes: Uint8Array) =>
    Array.from({ length: Math.ceil(bytes.length / PIECE_BYTES) }, (_, piece) =>
      Uint8Array.from(bytes.subarray(piece * PIECE_BYTES, (piece + 1) * PIECE_BYTES)),
    );
  return {
    versions() {
      const versions = rows<{ version: number; value: string }>("SELECT * FROM states ORDER BY version").map(
        ({ version, value }) => ({ ...(JSON.parse(value) as StateVersion), version }),
      );
      const current = now()?.current;
      return { versions, ...(typeof current === "number" ? { current } : {}) };
    },
    sealed(version) {
      const kept = rows<{ bytes: ArrayBuffer }>(
        "SELECT bytes FROM state_pieces WHERE version = ? ORDER BY piece",
        version,
      ).map(({ bytes }) => new Uint8Array(bytes));
      return kept.length > 0 ? concatBytes(...kept) : undefined;
    },
    lock() {
      const lock = now()?.lock;
      return typeof lock === "string" ? (JSON.parse(lock) as StateLock) : undefined;
    },
    put(state, sealed, dropped) {
      make();
      storage.transactionSync(() => {
        const { version } = sql
          .exec<{ version: number }>(
            "INSERT INTO states (value) VALUES (?) RETURNING version",
            JSON.stringify(state),
          )
          .one();
        for (const [piece, bytes] of pieces(sealed).entries())
          sql.exec("INSERT INTO state_pieces VALUES (?, ?, ?)", version, piece, bytes.buffer);
        setCurrent(version);
        for (const each of dropped) {
          sql.exec("DELETE FROM states WHERE version = ?", each);
          sql.exec("DELETE FROM state_pieces WHERE version = ?", each);
        }
      });
    },
    remove() {
      make();
      setCurrent(null);
    },
    setLock(lock) {
      make();
      sql.exec(
        "INSERT INTO state_now (one, lock) VALUES (1, ?) ON CONFLICT (one) DO UPDATE SET lock = excluded.lock",
        lock ? JSON.stringify(lock) : null,
      );
    },
    erase() {
      make();
      storage.transactionSync(() => {
        for (const table of ["states", "state_pieces", "state_now"]) sql.exec(`DELETE FROM ${table}`);
      });
    },
  };
}
