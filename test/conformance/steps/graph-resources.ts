// The graph resources of a target: the manifest with a page of it, the change feed, the offers of a catalogue.
import { DataFactory } from "n3";
import type { Exam } from "../exam.ts";
import { Graph } from "../graph.ts";
import type { Answer } from "../http.ts";

export const JSON_LD = "application/ld+json";
export const TURTLE = "text/turtle";
/** Each but HTML, which is a page of a graph and no representation that can be read back. */
const ANY = `${TURTLE}, ${JSON_LD};q=0.9`;

/** Addresses of those that the target has at the moment; where nothing is published, the case cannot tell. */
export async function graphResources(t: Exam): Promise<readonly string[]> {
  const found: string[] = [];
  if (t.declared.roles.has("provider")) {
    const head = await there(t, t.endpoint("manifest"), "no-manifest");
    if (head) found.push(head.url, ...(await firstPage(t, head)));
    if (t.declared.features.has("changes")) found.push(t.endpoint("changes"));
  }
  if (t.isCatalogue) {
    const offers = await there(t, t.endpoint("offers"), "no-more-offers");
    if (offers) found.push(offers.url);
  }
  return found.length > 0
    ? found
    : t.cannotTell("there is no graph to read: nothing is published or harvested");
}

/** The answer, unless there is nothing to read yet. */
async function there(t: Exam, address: string, otherwise: string): Promise<Answer | undefined> {
  const answer = await t.get(address, { accept: ANY });
  if (answer.status === 200) return answer;
  t.refusal(answer, 404, otherwise);
  return undefined;
}

async function firstPage(t: Exam, head: Answer): Promise<readonly string[]> {
  const graph = await t.graph(head);
  return graph
    .typed("mpli:Manifest")
    .flatMap((manifest) => graph.values(manifest, "mpli:page"))
    .slice(0, 1);
}

/** The statements outside of named graphs, which Turtle and N-Triples cannot carry. */
export function defaultGraph({ store }: Graph): Graph {
  return new Graph(store.getQuads(null, null, null, DataFactory.defaultGraph()));
}

/** The answer is a representation in this media type, and a graph can be read from it. */
export async function representation(t: Exam, address: string, accept?: string): Promise<Answer> {
  const answer = await t.get(address, accept === undefined ? {} : { accept });
  t.status(answer, 200);
  return answer;
}

/** Asks for a representation with this `Accept` field, and expects one of these media types. */
export async function expectMedia(
  t: Exam,
  address: string,
  accept: string | undefined,
  ...expected: readonly string[]
): Promise<Answer> {
  const answer = await representation(t, address, accept);
  const what = `${expected.join(" or ")} for \`Accept: ${accept ?? "(none)"}\` from ${address}`;
  t.that(expected.includes(answer.mediaType), what, answer.mediaType || "no media type");
  return answer;
}
