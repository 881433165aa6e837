// What the members of a policy can be, each with words for whoever wrote something else.
import { individuals, mpli, prefixes, xsd } from "../../kernel/generated/vocabulary.ts";
import type { Term } from "../../kernel/graph.ts";
import { instantOf } from "../credential/time.ts";
import { ANCHOR_CATEGORIES } from "../x509/path.ts";
import type { Kind } from "./members.ts";
import { CONFERS } from "./policy.ts";

const string = (term: Term) =>
  term.termType === "Literal" && term.datatype.equals(xsd.string) ? term.value : undefined;
const fits = (value: string | undefined, pattern: RegExp, length: number) =>
  value !== undefined && value.length <= length && pattern.test(value) ? value : undefined;
const iri = (term: Term) => (term.termType === "NamedNode" ? term.value : undefined);

export const text = (length: number): Kind<string> => ({
  expected: `text of 1 to ${length} characters`,
  read: (term) => fits(string(term), /^[^\p{Cc}]+$/u, length),
});

function word<const W extends string>(words: readonly W[]): Kind<W> {
  return {
    expected: `one of ${words.join(", ")}`,
    read: (term) => words.find((each) => each === string(term)),
  };
}

export const NAME: Kind<string> = {
  expected: "lower-case words joined by hyphens, at most 64 characters",
  read: (term) => fits(string(term), /^[a-z0-9]+(-[a-z0-9]+)*$/, 64),
};
export const VERSION: Kind<number> = {
  expected: "a whole number from 1",
  read: (term) =>
    term.termType === "Literal" && term.datatype.equals(xsd.integer) && /^[1-9]\d{0,14}$/.test(term.value)
      ? Number(term.value)
      : undefined,
};
export const NODE: Kind<Term> = {
  expected: "an object",
  read: (term) => (term.termType === "Literal" ? undefined : term),
};
export const DID: Kind<string> = {
  expected: "a DID",
  read: (term) => fits(iri(term), /^did:[a-z0-9]+:[A-Za-z0-9._:%-]+$/, 2000),
};
export const ADDRESS: Kind<string> = {
  expected: "an address",
  read: (term) => fits(iri(term), /^https?:\/\/\S+$/, 2000),
};
export const DIGEST: Kind<string> = {
  expected: "a SHA-256 digest in lower-case hexadecimal",
  read: (term) => fits(string(term), /^[0-9a-f]{64}$/, 64),
};
export const INSTANT: Kind<number> = {
  expected: "a date with time and offset",
  read: (term) =>
    term.termType === "Literal" && term.datatype.equals(xsd.dateTime) ? instantOf(term.value) : undefined,
};
export const EFFECT = word(["accept", "deny"]);
export const ANCHOR = word(ANCHOR_CATEGORIES);
export const ROLE = word(CONFERS);
/** A scheme of ours must be one, since a misspelt one would deny nothing. */
export const SCHEME: Kind<string> = {
  expected: "the IRI of a certification scheme",
  read: (term) => {
    const scheme = fits(iri(term), /^[a-z][a-z0-9+.-]*:\S+$/i, 2000);
    const isOurs = scheme?.startsWith(prefixes["mpli"] ?? "");
    return isOurs && individuals[scheme ?? ""]?.type !== mpli.CertificationScheme.value ? undefined : scheme;
  },
};
