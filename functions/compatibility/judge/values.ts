// Values as they are compared: one row a kind of comparison, for what offers state and for what demands ask alike.
import { type Comparison } from "../../kernel/generated/vocabulary.ts";
import { type Quantity, compareQuantities, parseQuantity } from "../../kernel/quantity.ts";
import { isNarrower } from "../demand/names.ts";
import { type Version, type VersionStanding, parseVersion, standingOf } from "../../kernel/version.ts";

/** A term of a graph in the form of SPARQL 1.1 Query Results JSON §3.2.2. */
export interface Stated {
  readonly type: "uri" | "literal" | "bnode";
  readonly value: string;
  readonly datatype?: string;
  /** Said of the provider, and so of all its offers. */
  readonly inherited?: true;
}

export type Value =
  | { readonly kind: "quantity"; readonly quantity: Quantity }
  | { readonly kind: "version"; readonly version: Version }
  /** Text, booleans, and the IRIs of places: equal or not. */
  | { readonly kind: "token"; readonly token: string }
  /** The IRI of a class or scheme: the same, or narrower, or neither. */
  | { readonly kind: "term"; readonly token: string };

/** Where a stated value stands to the value of a bound. */
export type Standing = VersionStanding | "different" | "incomparable";

type Read = (term: Stated) => Value | undefined;

const iri =
  (kind: "token" | "term"): Read =>
  (term) =>
    term.type === "uri" ? { kind, token: term.value } : undefined;
const literal =
  (read: Read): Read =>
  (term) =>
    term.type === "literal" ? read(term) : undefined;

const quantity = literal(({ value }) => {
  const parsed = parseQuantity(value);
  return parsed.ok ? { kind: "quantity", quantity: parsed.value } : undefined;
});

// A JSON number such as 1.30 arrives as the decimal or double 1.3: another version. Integers lose nothing.
const INEXACT = /#(decimal|double|float)$/;

const READERS: Readonly<Record<Comparison, Read>> = {
  quantity,
  number: (term) => {
    const value = quantity(term);
    return value?.kind === "quantity" && value.quantity.unit === "1" ? value : undefined;
  },
  version: literal(({ value, datatype }) => {
    const parsed = parseVersion(value);
    return parsed.ok && !INEXACT.test(datatype ?? "")
      ? { kind: "version", version: parsed.value }
      : undefined;
  }),
  text: literal(({ value }) => ({ kind: "token", token: value })),
  boolean: literal(({ value }) => {
    const token = { true: "true", "1": "true", false: "false", "0": "false" }[value];
    return token ? { kind: "token", token } : undefined;
  }),
  place: iri("token"),
  term: iri("term"),
};

/** The value of a term under a kind of comparison; undefined when the term is no such value. */
export function readValue(term: Stated, comparison: Comparison): Value | undefined {
  return READERS[comparison](term);
}

/** Where `stated` stands to `bound`; both were read under the same kind of comparison. */
export function standing(stated: Value, bound: Value): Standing {
  if (stated.kind === "version" && bound.kind === "version") return standingOf(stated.version, bound.version);
  if (stated.kind === "token" && bound.kind === "token")
    return stated.token === bound.token ? "within" : "different";
  if (stated.kind === "term" && bound.kind === "term")
    return isNarrower(stated.token, bound.token) ? "within" : "different";
  if (stated.kind !== "quantity" || bound.kind !== "quantity") return "incomparable";
  const order = compareQuantities(stated.quantity, bound.quantity);
  if (!order.ok) return "incomparable";
  return order.value < 0 ? "below" : order.value > 0 ? "above" : "within";
}
