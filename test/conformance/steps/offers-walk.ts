// A walk through the offers of a catalogue, from the first document along the links to the last.
import type { Exam } from "../exam.ts";
import type { Graph } from "../graph.ts";
import type { Answer } from "../http.ts";
import { linksOf } from "./links.ts";
import type { Party } from "../parties/provider.ts";

export interface OfferDocument {
  readonly answer: Answer;
  readonly graph: Graph;
  /** IRIs of the offers that it states. */
  readonly offers: readonly string[];
  /** Address of the next one. */
  readonly next: string | undefined;
}

/** The address of the offers with these query parameters. */
export function offersAddress(t: Exam, query: Readonly<Record<string, string>> = {}): string {
  const url = new URL(t.endpoint("offers"));
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url.href;
}

/** The document at this address, or undefined where none is left to show. */
export async function offersAt(
  t: Exam,
  address: string,
  accept = "text/turtle",
): Promise<OfferDocument | undefined> {
  const answer = await t.get(address, { accept });
  if (answer.status === 404) {
    t.refusal(answer, 404, "no-more-offers");
    return undefined;
  }
  t.status(answer, 200);
  const graph = await t.graph(answer);
  const manifests = graph.store.getQuads(null, "https://w3id.org/mpli/ns#offer", null, null);
  const offers = [...new Set(manifests.map(({ object }) => object.value))];
  return { answer, graph, offers, next: linksOf(answer, "next")[0] };
}

/** All documents from this address on. Who asks for more than `most` cannot tell. */
export async function walk(t: Exam, from: string, most = 100): Promise<OfferDocument[]> {
  const documents: OfferDocument[] = [];
  const seen = new Set<string>();
  for (let address: string | undefined = from; address !== undefined; ) {
    t.that(!seen.has(address), "links that lead on", `a link back to ${address}`);
    seen.add(address);
    if (documents.length === most) t.cannotTell(`there are more than ${most} documents of offers`);
    const document = await offersAt(t, address);
    if (!document) t.that(documents.length === 0, `a document behind the link ${address}`, "no-more-offers");
    if (!document) break;
    documents.push(document);
    address = document.next;
  }
  return documents;
}

/** Digests of the documents that are shown for this query, sorted. */
export async function digestsShown(t: Exam, query: Readonly<Record<string, string>>): Promise<string[]> {
  const documents = await walk(t, offersAddress(t, query));
  return (await Promise.all(documents.map(({ graph }) => graph.digest()))).sort();
}

/** The target shows exactly these documents of the party; a reader may be behind by a moment. */
export async function showsExactly(
  t: Exam,
  { did }: Party,
  digests: readonly string[],
  query: Readonly<Record<string, string>> = {},
): Promise<void> {
  const wanted = JSON.stringify([...digests].sort());
  await t.eventually(`exactly the documents ${wanted} of ${did} among the offers`, async () =>
    JSON.stringify(await digestsShown(t, { provider: did, ...query })) === wanted ? true : undefined,
  );
}
