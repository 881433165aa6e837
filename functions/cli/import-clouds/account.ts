// The account of an import: which manifests were written, and which facts they do not carry.
import { join } from "node:path";
import { count, paint, plain, table, times } from "../terminal/print.ts";
import type { ImportedManifest } from "./import-cloud.ts";
import { REASONS } from "./left-out.ts";

export interface Written extends ImportedManifest {
  /** Name of its file. */
  readonly file: string;
  readonly bytes: number;
}

/** The manifests in the folder `out` as a table, and what was left out of all of them. */
export function account(written: readonly Written[], out: string): string {
  const offers = written.reduce((sum, manifest) => sum + manifest.offers, 0);
  const manifests = table(
    [
      { title: "provider" },
      { title: "offers", align: "right" },
      { title: "regions", align: "right" },
      { title: "KB", align: "right" },
      { title: "file" },
    ],
    written.map(({ name, offers, regions, bytes, file }) => [
      plain(name),
      count(offers),
      count(regions),
      count(Math.ceil(bytes / 1000)),
      join(out, file),
    ]),
  );
  const lost = leftOut(written);
  return [
    paint("bold", `${times(written.length, "manifest")}, ${times(offers, "offer")}`),
    manifests,
    lost.length > 0
      ? `Left out:\n\n${table([{ title: "facts", align: "right" }, { title: "column" }, { title: "because" }], lost)}`
      : "",
  ]
    .filter(Boolean)
    .join("\n\n");
}

function leftOut(written: readonly Written[]): string[][] {
  const all = written.flatMap((manifest) => manifest.leftOut);
  const kinds = Map.groupBy(all, ({ reason, fact }) => `${reason} ${fact}`);
  return [...kinds.values()]
    .map((members) => ({ members, total: members.reduce((sum, { times }) => sum + times, 0) }))
    .sort((a, b) => b.total - a.total)
    .flatMap(({ members: [first], total }) =>
      first ? [[count(total), plain(first.fact), REASONS[first.reason]]] : [],
    );
}
