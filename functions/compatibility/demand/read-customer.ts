// What the customer says of itself: what it presents, what it accepts, and where it is.
import { mpli } from "../../kernel/generated/vocabulary.ts";
import { type NamedNode, type Store, type Term, objects } from "../../kernel/graph.ts";
import { countryOf } from "../../kernel/place.ts";
import { type Result, ok, refused } from "../../kernel/result.ts";
import type { Customer } from "./demand.ts";
import { vocabularyOf } from "./names.ts";
import { type Kind, type TermRefusal, excerpt, readTerm, strayTerm } from "./read-term.ts";

export type CustomerRefusal = TermRefusal | { code: "unknown-requirement-term"; term: string };

/** A country by its code or its IRI. */
export const COUNTRY: Kind<string> = {
  expected: 'a country such as "NL"',
  read: (value) => {
    const iri = vocabularyOf(mpli.country.value).get(value) ?? value;
    return countryOf(iri) === iri ? iri : undefined;
  },
};

/** Reads the customer of a demand; a demand that says nothing of it can still be matched. */
export function readCustomer(graph: Store, demand: Term): Result<Customer, CustomerRefusal> {
  const text = objects(graph, demand, mpli.accepts).find(({ termType }) => termType !== "NamedNode");
  if (text)
    return refused({
      code: "value-does-not-fit",
      term: "accepts",
      given: text.termType === "Literal" ? excerpt(text.value) : "",
      expected: "the IRI of terms",
    });
  const texts = (predicate: NamedNode) =>
    new Set(
      objects(graph, demand, predicate)
        .map(({ value }) => value)
        .sort(),
    );
  const said = { presents: texts(mpli.presents), accepts: texts(mpli.accepts) };
  const [node, ...others] = objects(graph, demand, mpli.customer);
  if (others.length > 0) return refused({ code: "several-values", term: "customer" });
  if (!node) return ok(said);
  const stray = strayTerm(graph, node, [mpli.country]);
  if (stray !== undefined) return refused({ code: "unknown-requirement-term", term: stray });
  const country = readTerm(graph, node, ["country", mpli.country], COUNTRY, {});
  if (!country.ok) return country;
  return ok({ ...said, ...(country.value ? { country: country.value } : {}) });
}
