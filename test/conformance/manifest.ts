// A manifest as a client reads it: the head, the pages that it names, and the union of both (MPLI-DISC-034).
import type { Exam } from "./exam.ts";
import { Graph } from "./graph.ts";
import type { Answer } from "./http.ts";

export interface ManifestDocument {
  readonly url: string;
  readonly answer: Answer;
  readonly graph: Graph;
}

export interface Manifest {
  /** IRI of the manifest. */
  readonly iri: string;
  readonly head: ManifestDocument;
  readonly pages: readonly ManifestDocument[];
  readonly whole: Graph;
  /** IRIs of all offers. */
  readonly offers: readonly string[];
}

/** Reads the target's manifest and all its pages; ends the case when one of them cannot be read. */
export async function fetchManifest(t: Exam, accept = "text/turtle"): Promise<Manifest> {
  const head = await fetchDocument(t, t.endpoint("manifest"), accept);
  const [iri, ...more] = head.graph.typed("mpli:Manifest");
  t.that(
    iri !== undefined && more.length === 0,
    "one node of type mpli:Manifest",
    `${more.length + (iri ? 1 : 0)}`,
  );
  const pages: ManifestDocument[] = [];
  for (const url of head.graph.values(iri, "mpli:page")) pages.push(await fetchDocument(t, url, accept));
  const whole = Graph.union([head.graph, ...pages.map(({ graph }) => graph)]);
  return { iri, head, pages, whole, offers: whole.values(iri, "mpli:offer") };
}

async function fetchDocument(t: Exam, url: string, accept: string): Promise<ManifestDocument> {
  const answer = await t.get(url, { accept });
  // MPLI-DISC-009: a provider that has published nothing says so.
  if (
    answer.status === 404 &&
    answer.mediaType === "application/problem+json" &&
    answer.json()["code"] === "no-manifest"
  )
    t.cannotTell("no manifest is published");
  t.status(answer, 200);
  return { url, answer, graph: await t.graph(answer) };
}
