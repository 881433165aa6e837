// The places of the world as the page /place/ shows them, read from the published file.
import { Parser, Store } from "n3";
import { schemaText } from "./files.ts";

const PLACE = "https://w3id.org/mpli/place/";
const TERMS = {
  label: "http://www.w3.org/2000/01/rdf-schema#label",
  type: "http://www.w3.org/1999/02/22-rdf-syntax-ns#type",
  within: "https://w3id.org/mpli/ns#within",
  exactMatch: "http://www.w3.org/2004/02/skos/core#exactMatch",
} as const;

const graph = new Store(new Parser().parse(schemaText("ns", "places.ttl")));

export interface Place {
  /** "NL", "EU", "Europe". */
  readonly code: string;
  readonly name: string;
  readonly isCountry: boolean;
  /** Codes of the places that it lies in directly. */
  readonly within: readonly string[];
  /** The same place in other vocabularies. */
  readonly same: readonly string[];
}

export const places: readonly Place[] = graph
  .getSubjects(TERMS.label, null, null)
  .map(({ value: iri }) => ({
    code: codeOf(iri),
    name: objects(iri, "label")[0] ?? "",
    isCountry: objects(iri, "type").some((type) => type.endsWith("#Country")),
    within: objects(iri, "within").map(codeOf).sort(),
    same: objects(iri, "exactMatch"),
  }))
  .sort((a, b) => (a.name < b.name ? -1 : 1));

/** All places that a place lies in, the nearest first. */
export function areasOf(place: Place): Place[] {
  const direct = place.within.flatMap((code) => places.find((each) => each.code === code) ?? []);
  return [...new Set([...direct, ...direct.flatMap(areasOf)])];
}

function codeOf(iri: string): string {
  return iri.replace(PLACE, "");
}

function objects(subject: string, term: keyof typeof TERMS): string[] {
  return graph.getObjects(subject, TERMS[term], null).map(({ value }) => value);
}
