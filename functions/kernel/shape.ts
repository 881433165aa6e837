// Whether a graph has the shape that the specification asks for; each violation is one readable sentence.
import { Parser } from "n3";
import { Validator } from "shacl-engine";
import { type ShapesName, shapes } from "./generated/shapes.ts";
import { Store, type Term, rdf } from "./graph.ts";

export interface Violation {
  /** The node that is wrong, or the nearest one with a name that leads to it; `_:` where there is none. */
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
  const violations = new Map<string, Violation>();
  for (const result of report.results) {
    if (violations.size >= MAX_VIOLATIONS) break;
    const { focus, path } = locate(graph, result.focusNode?.term, (result.path ?? []).map(step));
    const violation = {
      focus,
      ...(path.length > 0 ? { path: path.join("/") } : {}),
      ...(result.value?.term ? { value: display(result.value.term) } : {}),
      message: result.message[0]?.value ?? "does not have the expected shape",
      shape: display(result.shape.ptr.term),
    };
    // A value that breaks two constraints of one shape has one message, and needs to be told once.
    violations.set(JSON.stringify(violation), violation);
  }
  return [...violations.values()];
}

/** A node without a name is told by the path that leads to it from the nearest node with one. */
function locate(graph: Store, node: Term | undefined, path: string[]): { focus: string; path: string[] } {
  const whole = [...path];
  let at = node;
  for (let steps = 0; at?.termType === "BlankNode" && steps < MAX_STEPS; steps++) {
    const [parent] = graph.getQuads(null, null, at, null);
    if (!parent) break;
    whole.unshift(parent.predicate.value);
    at = parent.subject;
  }
  return at?.termType === "BlankNode" ? { focus: "_:", path } : { focus: display(at), path: whole };
}

const MAX_STEPS = 8;

function display(term: Term | undefined): string {
  if (!term) return "";
  if (term.termType === "BlankNode") return "_:";
  return term.value.length > 200 ? `${term.value.slice(0, 200)}…` : term.value;
}

const step = ({ predicates }: { predicates: Term[] }) => predicates.map((term) => term.value).join("|");
