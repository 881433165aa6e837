// Documents as tests write them: JSON-LD into graphs, and manifests into the canonical form that nodes keep.
import { DEMAND_BASE } from "../../../functions/compatibility/demand/read-bound.ts";
import { canonicalize } from "../../../functions/kernel/digest.ts";
import type { Store } from "../../../functions/kernel/graph.ts";
import type { Syntax } from "../../../functions/kernel/media.ts";
import { parse } from "../../../functions/kernel/syntax.ts";
import type { Members } from "./topics.ts";

/** A graph in canonical N-Quads, under its digest. */
export interface Document {
  readonly digest: string;
  readonly nquads: string;
}

export const MANIFEST = "https://a.example/manifest";

/** How often the properties are tried, as a multiple of what every run of the tests can afford. */
export const TIMES = Number(process.env.ORACLE_TIMES ?? 1);

const MINUTE = 60_000 * TIMES;
/** What a property may take in milliseconds; a failure needs time to be made small. */
export const PATIENCE = 2 * MINUTE;

/** How a property is tried: always the same cases, and no longer than there is time to tell the smallest that fails. */
export const tries = (seed: number, times: number) => ({
  seed,
  numRuns: times * TIMES,
  interruptAfterTimeLimit: MINUTE,
});

export async function graphOf(text: string, syntax: Syntax, base: string): Promise<Store> {
  const graph = await parse(text, syntax, base);
  if (!graph.ok) throw new Error(JSON.stringify(graph.refusal));
  return graph.value;
}

export const demandGraph = (demand: Members): Promise<Store> =>
  graphOf(JSON.stringify(demand), "application/ld+json", DEMAND_BASE);

export async function document(graph: Store): Promise<Document> {
  const named = await canonicalize(graph);
  if (!named.ok) throw new Error(named.refusal.code);
  return named.value;
}

/** The canonical form of a manifest in JSON-LD. */
export async function manifestOf(manifest: Members, base = MANIFEST): Promise<Document> {
  return document(await graphOf(JSON.stringify(manifest), "application/ld+json", base));
}

/** A manifest written for https://a.example as another provider publishes it, at an origin of its own. */
export function manifestAt(manifest: Members, index: number): Promise<Document> {
  const host = `${"abcdefgh"[index]}.example`;
  const moved = JSON.parse(JSON.stringify(manifest).replaceAll("a.example", host)) as Members;
  return manifestOf(moved, `https://${host}/manifest`);
}
