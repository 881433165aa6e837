// The members of one node of a policy: those of a table and no others, each of its kind.
import { rdf as rdfTerms } from "../../kernel/generated/vocabulary.ts";
import { type NamedNode, type Store, type Term, objects } from "../../kernel/graph.ts";
import type { PolicyRefusal } from "./refusals.ts";

/** What a value becomes, and how to describe it to whoever got it wrong. */
export interface Kind<T> {
  readonly expected: string;
  readonly read: (term: Term) => T | undefined;
}

/** Reads a node; `fault` is the first thing that did not fit, and what was read counts only without one. */
export class Members<Name extends string> {
  readonly #graph: Store;
  readonly #node: Term;
  readonly #terms: Readonly<Record<Name, NamedNode>>;
  fault: PolicyRefusal | undefined;

  /** `terms` has the predicate of each member by its name in JSON; a type, where stated, must be `type`. */
  constructor(graph: Store, node: Term, terms: Readonly<Record<Name, NamedNode>>, type: NamedNode) {
    [this.#graph, this.#node, this.#terms] = [graph, node, terms];
    const known = Object.values<NamedNode>(terms);
    for (const { predicate, object } of graph.getQuads(node, null, null, null)) {
      const isKnown = predicate.equals(rdfTerms.type)
        ? object.equals(type)
        : known.some((one) => one.equals(predicate));
      if (!isKnown) this.refuse(localOf(predicate), `only ${Object.keys(terms).join(", ")}`);
    }
  }

  /** The values of a member, none twice; undefined where there are none. More than `limit` are too many. */
  all<T>(name: Name, kind: Kind<T>, limit: number): readonly T[] | undefined {
    const values = objects(this.#graph, this.#node, this.#terms[name]);
    if (values.length === 0) return undefined;
    if (values.length > limit) this.fault ??= { code: "policy-too-large", member: name, limit };
    return values.slice(0, limit).flatMap((term) => {
      const value = kind.read(term);
      if (value === undefined) this.refuse(name, kind.expected, term.value);
      return value ?? [];
    });
  }

  /** The single value of a member; undefined where there is none. */
  one<T>(name: Name, kind: Kind<T>): T | undefined {
    const values = objects(this.#graph, this.#node, this.#terms[name]);
    if (values.length > 1) this.refuse(name, "one value");
    return values[0] && this.all(name, kind, values.length)?.[0];
  }

  /** The single value of a member that cannot be left out; `otherwise` stands in for one that did not fit. */
  required<T>(name: Name, kind: Kind<T>, otherwise: T): T {
    const value = this.one(name, kind);
    if (value === undefined) this.refuse(name, kind.expected);
    return value ?? otherwise;
  }

  refuse(member: string, expected: string, given?: string): void {
    this.fault ??= {
      code: "malformed-policy",
      member,
      expected,
      ...(given === undefined ? {} : { given: given.slice(0, 100) }),
    };
  }
}

const localOf = ({ value }: Term) => value.replace(/^.*[#/]/, "").slice(0, 100);
