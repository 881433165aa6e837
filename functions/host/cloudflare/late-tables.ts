// Tables that are made by the first write: an object that is only asked stores nothing, whoever asks for it.

/** Rows of a query, none where there are no tables yet; and `make`, which whoever writes calls first. */
export interface LateTables {
  readonly rows: <T extends Record<string, SqlStorageValue>>(query: string, ...values: unknown[]) => T[];
  readonly make: () => void;
}

/** `schema` creates what is missing, so that an object of an older version gets what came since. */
export function lateTables({ sql }: DurableObjectStorage, schema: string): LateTables {
  const [, first = ""] = /CREATE TABLE IF NOT EXISTS (\w+)/.exec(schema) ?? [];
  let areThere = false;
  const make = () => {
    if (!areThere) sql.exec(schema);
    areThere = true;
  };
  if (sql.exec("SELECT name FROM sqlite_master WHERE name = ?", first).toArray().length > 0) make();
  return {
    rows: (query, ...values) => (areThere ? sql.exec(query, ...values).toArray() : []) as never,
    make,
  };
}
