// Short names of known things, as they are written in JSON: in both directions.
import { classes, individuals, mpli, properties } from "../../kernel/generated/vocabulary.ts";
import { places } from "../../kernel/generated/places.ts";

/** The name under which a known property, class, individual or place is written in JSON; otherwise the IRI itself. */
export function nameOf(iri: string): string {
  for (const table of [properties, classes, individuals])
    if (Object.hasOwn(table, iri)) return table[iri]?.name ?? iri;
  return (Object.hasOwn(places, iri) ? places[iri]?.code : undefined) ?? iri;
}

const byName = (rows: Iterable<[iri: string, name: string]>): ReadonlyMap<string, string> =>
  new Map(Array.from(rows, ([iri, name]) => [name, iri]));

const CERTIFICATION_SCHEMES = byName(
  Object.entries(individuals)
    .filter(([, { type }]) => type === mpli.CertificationScheme.value)
    .map(([iri, { name }]) => [iri, name]),
);
const PLACES = byName(Object.entries(places).map(([iri, { code }]) => [iri, code]));
export const SERVICE_CLASSES = byName(
  Object.keys(classes)
    .filter((iri) => isSubclassOf(iri, mpli.Service.value))
    .map((iri) => [iri, classes[iri]?.name ?? iri]),
);

const NO_NAMES: ReadonlyMap<string, string> = new Map();

/** The names that may stand for the values of a property whose values are IRIs. */
export function vocabularyOf(property: string): ReadonlyMap<string, string> {
  if (property === mpli.serviceClass.value) return SERVICE_CLASSES;
  if (property === mpli.certification.value || property === mpli.scheme.value) return CERTIFICATION_SCHEMES;
  return Object.hasOwn(properties, property) && properties[property]?.comparison === "place"
    ? PLACES
    : NO_NAMES;
}

/** Whether `candidate` is `ancestor` or one of its subclasses, in the published ontology. */
export function isSubclassOf(candidate: string, ancestor: string): boolean {
  if (candidate === ancestor) return true;
  const parents = Object.hasOwn(classes, candidate) ? (classes[candidate]?.parents ?? []) : [];
  return parents.some((parent) => isSubclassOf(parent, ancestor));
}

/** `ancestor` and all of its subclasses. */
export function subclassesOf(ancestor: string): string[] {
  return [ancestor, ...Object.keys(classes).filter((iri) => iri !== ancestor && isSubclassOf(iri, ancestor))];
}

/** Whether `candidate` is `ancestor`, a subclass of it, or a scheme that stands below it (skos:broader). */
export function isNarrower(candidate: string, ancestor: string): boolean {
  if (isSubclassOf(candidate, ancestor)) return true;
  const broader = Object.hasOwn(individuals, candidate) ? (individuals[candidate]?.broader ?? []) : [];
  return broader.some((above) => isNarrower(above, ancestor));
}
