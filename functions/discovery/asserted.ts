// What a manifest itself states: its default graph. Named graphs hold what others say, and are never merged with it.
import { mpli, rdf as rdfTerms } from "../kernel/generated/vocabulary.ts";
import { Store, rdf } from "../kernel/graph.ts";

const DEFAULT = rdf.defaultGraph();

/** The default graph of a dataset; the dataset itself when that is all there is. */
export function asserted(dataset: Store): Store {
  const isPlain = dataset.getGraphs(null, null, null).every((name) => name.equals(DEFAULT));
  return isPlain ? dataset : new Store(dataset.getQuads(null, null, null, DEFAULT));
}

/** IRI of the manifest that a document belongs to: the document says so, or its offers hang from it. */
export function manifestIn(document: Store): string | undefined {
  const [root] = document.getSubjects(rdfTerms.type, mpli.Manifest, DEFAULT);
  return (root ?? document.getSubjects(mpli.offer, null, DEFAULT)[0])?.value;
}
