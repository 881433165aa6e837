// A whole manifest from its node: the head and every page of it, as one graph.
import { mpli, rdf as rdfTerms } from "../../kernel/generated/vocabulary.ts";
import { Store, objects, quadsOf, rdf, subjects } from "../../kernel/graph.ts";
import { syntaxOf } from "../../kernel/media.ts";
import { parse } from "../../kernel/syntax.ts";
import { ask } from "./node.ts";
import { Stop } from "../terminal/stop.ts";

export interface RemoteManifest {
  readonly graph: Store;
  /** IRI of the manifest. */
  readonly root: string;
}

/** Reads the manifest at `address`; `tell` hears how many of its pages have been read. */
export async function readManifest(
  address: string,
  tell: (done: number, all: number) => void,
): Promise<RemoteManifest> {
  const head = await readGraph(address);
  const root = subjects(head, rdfTerms.type, mpli.Manifest)[0]?.value;
  if (root === undefined)
    throw new Stop(2, `${address} holds no manifest. Give the address of a provider's node.`);
  const pages = objects(head, rdf.namedNode(root), mpli.page).map(({ value }) => value);
  const graph = new Store(quadsOf(head));
  for (const [index, page] of pages.entries()) {
    if (!URL.canParse(page) || new URL(page).origin !== new URL(address).origin)
      throw new Stop(2, `The manifest has a page at another origin: ${page.slice(0, 200)}`);
    // Blank nodes of different documents share no identity, whatever their labels: the page number keeps them apart.
    graph.addQuads(quadsOf(await readGraph(page)).map((quad) => apart(quad, index)));
    tell(index + 1, pages.length);
  }
  return { graph, root };
}

async function readGraph(address: string): Promise<Store> {
  const answer = await ask(address, { headers: { Accept: "application/n-triples" } });
  const syntax = syntaxOf(answer.headers.get("content-type") ?? undefined);
  const graph = syntax && (await parse(await answer.text(), syntax, address));
  if (graph?.ok) return graph.value;
  throw new Stop(2, `${address} did not answer with a graph that can be read.`);
}

type Quad = ReturnType<typeof quadsOf>[number];

function apart({ subject, predicate, object, graph }: Quad, page: number): Quad {
  const term = <T extends Quad["object"]>(old: T): T =>
    old.termType === "BlankNode" ? (rdf.blankNode(`p${page}-${old.value}`) as Quad["object"] as T) : old;
  return rdf.quad(term(subject), predicate, term(object), graph);
}
