// Terms of our own namespaces that our vocabulary does not have: nearly always a slip of the author's pen.
import { places } from "../kernel/generated/places.ts";
import { mpli, prefixes } from "../kernel/generated/vocabulary.ts";
import type { Store, Term } from "../kernel/graph.ts";

const KNOWN = new Set([...Object.values(mpli).map(({ value }) => value), ...Object.keys(places)]);
const OURS = [prefixes.mpli ?? "", prefixes.place ?? ""].filter(Boolean);

/**
 * The first predicate, type or value under a namespace of MPLI that the vocabulary does not define. Terms of other
 * namespaces are extensions, and welcome.
 */
export function unknownTerm(graph: Store): string | undefined {
  const terms = [...graph.getPredicates(null, null, null), ...graph.getObjects(null, null, null)];
  const isUnknown = ({ termType, value }: Term) =>
    termType === "NamedNode" && !KNOWN.has(value) && OURS.some((namespace) => value.startsWith(namespace));
  return terms.find(isUnknown)?.value;
}
