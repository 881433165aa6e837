// Whether a graph has the shape that the specification asks for; each violation is one readable sentence.
import { Parser } from "n3";
import { Validator } from "shacl-engine";
import { type ShapesName, shapes } from "./generated/shapes.ts";
import { Store, type Term, rdf } from "./graph.ts";

export interface Violation {
  /** The node that is wrong: an IRI, or `_:` for a node without a name. */
  readonly focus: string;
  /** The property path from it, as IRIs; absent when the node itself is wrong. */
  readonly path?: string;
  /** The value found, where there is one. */
  readonly value?: string;
  /** What was expected and how to mend it. */
  readonly message: string;
  /** The shape that was broken. */
  readonly shape: string;
}

/** Violations reported beyond this many help nobody and cost a response its size. */
export const MAX_VIOLATIONS = 100;

const validators = new Map<ShapesName, Validator>();

function validatorFor(name: ShapesName): Validator {
  const known = validators.get(name);
  if (known) return known;
  const made = new Validator(new Store(new Parser().parse(shapes[name])), { factory: rdf });
  validators.set(name, made);
  return made;
}

/** Checks `graph` against one set of shapes (SHACL Core); an empty list means that it conforms. */
export async function checkShapes(graph: Store, name: ShapesName): Promise<Violation[]> {
  const report = await validatorFor(name).validate({ dataset: graph });
  const violations = report.results.slice(0, MAX_VIOLATIONS).map((result) => ({
    focus: display(result.focusNode?.term),
    ...(result.path?.length ? { path: result.path.map(step).join("/") } : {}),
    ...(result.value?.term ? { value: display(result.value.term) } : {}),
    message: result.message[0]?.value ?? "does not have the expected shape",
    shape: display(result.shape.ptr.term),
  }));
  // A value that breaks two constraints of one shape has one message, and needs to be told once.
  return [...new Map(violations.map((violation) => [JSON.stringify(violation), violation])).values()];
}

function display(term: Term | undefined): string {
  if (!term) return "";
  if (term.termType === "BlankNode") return "_:";
  return term.value.length > 200 ? `${term.value.slice(0, 200)}…` : term.value;
}

const step = ({ predicates }: { predicates: Term[] }) => predicates.map((term) => term.value).join("|");
