// A whole manifest from its node: the head and every page of it, as one graph.
import { mpli } from "../../kernel/generated/vocabulary.ts";
import { Store, objects, quadsOf, rdf } from "../../kernel/graph.ts";
import { Stop } from "../terminal/stop.ts";
import { manifestIn, readGraph } from "./graph.ts";

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
  const root = manifestIn(head, address);
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

type Quad = ReturnType<typeof quadsOf>[number];

function apart({ subject, predicate, object, graph }: Quad, page: number): Quad {
  const term = <T extends Quad["object"]>(old: T): T =>
    old.termType === "BlankNode" ? (rdf.blankNode(`p${page}-${old.value}`) as Quad["object"] as T) : old;
  return rdf.quad(term(subject), predicate, term(object), graph);
}
