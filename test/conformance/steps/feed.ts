// The change feed of a provider as its reader follows it: page after page, change after change.
import type { Exam } from "../exam.ts";
import type { Graph } from "../graph.ts";
import { NS } from "../graph.ts";
import type { Answer } from "../http.ts";
import { linksOf } from "./links.ts";

export interface Change {
  readonly iri: string;
  /** Names of its types in Activity Streams: `Create`, `Update`, `Delete`. */
  readonly kinds: readonly string[];
  readonly offer: string;
  readonly sequence: number;
  /** Absent on a tombstone. */
  readonly digest: string | undefined;
  readonly modified: string;
}

export interface FeedPage {
  readonly url: string;
  readonly answer: Answer;
  readonly graph: Graph;
  /** In the order of their numbers. */
  readonly changes: readonly Change[];
  /** Where the next page is, by relation in the graph or by `Link` field. */
  readonly next: string | undefined;
}

/** A feed that never ends is the target's failure; one that is only long decides nothing. */
const MOST_PAGES = 200;

/** The address of the changes after number `n`. */
export function feedAddress(t: Exam, after: number | string): string {
  const address = new URL(t.endpoint("changes"));
  address.searchParams.set("after", String(after));
  return address.href;
}

/** One page of the feed as Turtle. */
export async function feedPage(t: Exam, url = t.endpoint("changes")): Promise<FeedPage> {
  const answer = await t.get(url, { accept: "text/turtle" });
  t.status(answer, 200);
  const graph = await t.graph(answer);
  const next = nextByGraph(graph)[0] ?? linksOf(answer, "next")[0];
  return { url, answer, graph, changes: changesIn(graph), next };
}

/** Pages that the graph names as the next ones. */
export function nextByGraph(graph: Graph): string[] {
  const relations = graph.store.getObjects(null, `${NS.tree}relation`, null);
  return relations.flatMap((one) =>
    graph.store.getObjects(one, `${NS.tree}node`, null).map(({ value }) => value),
  );
}

/** All changes of a graph, read leniently: what a change lacks is empty. */
export function changesIn(graph: Graph): Change[] {
  const members = graph.store.getObjects(null, `${NS.tree}member`, null).map(({ value }) => value);
  return [...new Set([...members, ...graph.typed("mpli:Change")])]
    .map((iri) => ({
      iri,
      kinds: graph
        .values(iri, "rdf:type")
        .flatMap((type) => (type.startsWith(NS.as) ? [type.slice(NS.as.length)] : [])),
      offer: graph.values(iri, "dct:isVersionOf")[0] ?? "",
      sequence: Number(graph.values(iri, "mpli:sequence")[0]),
      digest: graph.values(iri, "mpli:digest")[0],
      modified: graph.values(iri, "dct:modified")[0] ?? "",
    }))
    .sort((a, b) => a.sequence - b.sequence);
}

/** The pages from this address on, at most so many. */
export async function feedPages(t: Exam, from: string, most = MOST_PAGES): Promise<FeedPage[]> {
  const pages: FeedPage[] = [];
  const seen = new Set<string>();
  for (let url: string | undefined = from; url && pages.length < most; ) {
    t.that(!seen.has(url), "a feed that comes to an end", `${url} is its own successor`);
    seen.add(url);
    const page: FeedPage = await feedPage(t, url);
    pages.push(page);
    url = page.next;
  }
  return pages;
}

/** All changes after number `n`. */
export async function changesAfter(t: Exam, after: number): Promise<Change[]> {
  const pages = await feedPages(t, feedAddress(t, after));
  return pages.flatMap(({ changes }) => changes);
}

/** The number of the newest change; 0 where there is none. A long feed is not read from its beginning. */
export async function newestChange(t: Exam): Promise<number> {
  let page = await feedPage(t, feedAddress(t, 0));
  let known = lastOf(page, 0);
  let empty = Number.POSITIVE_INFINITY;
  for (let step = 1000; page.next; step *= 2) {
    t.that(known < 1e9, "a feed that comes to an end", `changes beyond number ${known}`);
    const probe = empty === Number.POSITIVE_INFINITY ? known + step : Math.floor((known + empty) / 2);
    const found = await feedPage(t, feedAddress(t, probe));
    const last = lastOf(found, 0);
    if (found.changes.length === 0) empty = probe;
    else {
      t.that(last > probe, `changes after number ${probe}`, `number ${last}`);
      [page, known] = [found, last];
    }
    // None comes after number `empty`, which may be the newest itself.
    if (known >= empty) break;
  }
  return known;
}

const lastOf = ({ changes }: FeedPage, otherwise: number) => changes.at(-1)?.sequence ?? otherwise;
