// Small JSON files that remember, between runs, what need not be done again.
import { readFile, writeFile } from "node:fs/promises";

/** The value in `file`, or `otherwise` when there is none. */
export async function recall<T>(file: string, otherwise: T): Promise<T> {
  const text = await readFile(file, "utf8").catch(() => undefined);
  return text ? (JSON.parse(text) as T) : otherwise;
}

export const remember = (file: string, value: unknown) => writeFile(file, JSON.stringify(value, null, 2));
