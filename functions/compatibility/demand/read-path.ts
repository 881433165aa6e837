// The path of a requirement: a property of offers, and perhaps one of the node that it leads to, or all larger places.
import { type Property, mpli, properties, rdf as rdfTerms, sh } from "../../kernel/generated/vocabulary.ts";
import { type Store, type Term, list, objects } from "../../kernel/graph.ts";
import { type Result, ok, refused } from "../../kernel/result.ts";
import type { Path } from "./demand.ts";
import { nameOf } from "./names.ts";
import { isPrice } from "./path.ts";
import { type Where, excerpt } from "./read-term.ts";

export type PathRefusal =
  | (Where & { code: "requirement-without-property" })
  | (Where & { code: "unknown-property"; property: string })
  | (Where & { code: "unsupported-path"; path: string });

export interface ReadPath {
  readonly path: Path;
  readonly name: string;
  /** How the values at the end are compared, and what they are called. */
  readonly property: Property & { readonly iri: string };
  readonly absent: Property["absent"];
  /** Whether the path goes on to all larger places, which is what `within` asks. */
  readonly isUpward: boolean;
}

type Step = { readonly iri: string; readonly isRepeated: boolean };

/** Reads the path of the requirement at `node`: the sequence and zero-or-more paths of SHACL §2.3.1, as far as they lead somewhere. */
export function readPath(graph: Store, node: Term, where: Where): Result<ReadPath, PathRefusal> {
  const [head, ...others] = objects(graph, node, sh.path);
  if (!head || others.length > 0) return refused({ code: "requirement-without-property", ...where });
  const steps = readSteps(graph, head);
  if (!steps) return refused({ code: "unsupported-path", ...where, path: spellPath(graph, head) });
  const [first, second, ...rest] = steps;
  const property = first && propertyOf(first.iri);
  if (!first || !property?.onOffer)
    return refused({ code: "unknown-property", ...where, property: excerpt(nameOf(first?.iri ?? "")) });
  const unsupported = refused({
    code: "unsupported-path",
    ...where,
    path: excerpt(steps.map(spellStep).join("/")),
  } as const);
  if (rest.length > 0 || first.isRepeated) return unsupported;
  const start = { ...property, iri: first.iri };
  if (!second) return ok(direct(start));
  if (second.isRepeated)
    return second.iri === mpli.within.value && property.comparison === "place"
      ? ok({ ...direct(start), name: `${property.name}/${spellStep(second)}`, isUpward: true })
      : unsupported;
  const detail = propertyOf(second.iri);
  const path: Path = [first.iri, second.iri];
  if (!detail || isPrice(path) || !property.leadsTo || !detail.standsOn.includes(property.leadsTo))
    return unsupported;
  return ok({
    path,
    name: `${property.name}/${detail.name}`,
    property: { ...detail, iri: second.iri },
    absent: property.absent,
    isUpward: false,
  });
}

function direct(property: Property & { iri: string }): ReadPath {
  const { iri, name, comparedBy, absent } = property;
  return {
    path: comparedBy && !isPrice([iri]) ? [iri, comparedBy] : [iri],
    name,
    property,
    absent,
    isUpward: false,
  };
}

function readSteps(graph: Store, head: Term): Step[] | undefined {
  if (head.termType === "NamedNode" && !head.equals(rdfTerms.nil))
    return [{ iri: head.value, isRepeated: false }];
  const members = list(graph, head);
  const steps = members?.map((member) => readStep(graph, member));
  return steps?.every((step) => step !== undefined) && steps.length > 0 ? steps : undefined;
}

function readStep(graph: Store, term: Term): Step | undefined {
  if (term.termType === "NamedNode") return { iri: term.value, isRepeated: false };
  const said = graph.getQuads(term, null, null, null);
  const [only] = said;
  return said.length === 1 &&
    only?.predicate.equals(sh.zeroOrMorePath) &&
    only.object.termType === "NamedNode"
    ? { iri: only.object.value, isRepeated: true }
    : undefined;
}

const propertyOf = (iri: string) => (Object.hasOwn(properties, iri) ? properties[iri] : undefined);
const spellStep = ({ iri, isRepeated }: Step) => `${nameOf(iri)}${isRepeated ? "*" : ""}`;

/** What was written, as far as a sentence needs it: the terms that a path node uses. */
function spellPath(graph: Store, head: Term): string {
  const used = graph.getPredicates(head, null, null).map(({ value }) => nameOf(value));
  return excerpt(used.length > 0 ? used.sort().join(" ") : head.value);
}
