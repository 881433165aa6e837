// Where facts were read and under which licence they were published, as one line of text each.
import { type CloudRow, objectOf, textOf, textsOf } from "./rows.ts";

/**
 * The source and licence of what `rows` state together, the first row's notes and dates with it. `note` says how the
 * others came in.
 */
export function origin(rows: readonly CloudRow[], note?: string): { source?: string; licence?: string } {
  const [row = {}] = rows;
  const notes = [
    note,
    textOf(row.note),
    dated("observed", textOf(row.observed)),
    dated("prices observed", textOf(objectOf(row.prices).observed)),
  ].filter((each) => each !== undefined);
  const source = [...textsOf(row.source), ...(notes.length > 0 ? [`(${notes.join("; ")})`] : [])].join(" ");
  const licence = licencesOf(rows).join(" + ");
  return { ...(source ? { source } : {}), ...(licence ? { licence } : {}) };
}

const dated = (words: string, date: string | undefined) => date && `${words} ${date}`;

/** The licences of several rows, each named once. */
export function licencesOf(rows: readonly CloudRow[]): string[] {
  return [...new Set(rows.flatMap(({ licence }) => textsOf(licence).flatMap((each) => each.split(" + "))))];
}

/** The repositories that rows were read from: "github:owner/name@commit:path" names owner/name. */
export function repositoriesOf(rows: readonly CloudRow[]): string[] {
  const sources = rows.flatMap(({ source }) => textsOf(source)).join(" ");
  return [...new Set(Array.from(sources.matchAll(/\bgithub:([^@\s]+)@/g), ([, name]) => name ?? ""))].sort();
}
