// Every path from an offer to something that a requirement can be on, in a fixed order.
import { properties } from "../../kernel/generated/vocabulary.ts";
import type { Path } from "../demand/demand.ts";
import { isPrice } from "../demand/path.ts";

/** Prices are no path: they are computed. */
export const PATHS: readonly Path[] = Object.entries(properties)
  .filter(([iri, { onOffer }]) => onOffer && !isPrice([iri]))
  .flatMap(([iri, { comparedBy }]): Path[] => [...(comparedBy ? [] : [[iri] as const]), ...beyond(iri)]);

/** The paths that go on from a property's node to a property of it. */
function beyond(iri: string): Path[] {
  const leadsTo = properties[iri]?.leadsTo;
  if (leadsTo === undefined) return [];
  return Object.entries(properties).flatMap(([detail, { standsOn }]): Path[] =>
    standsOn.includes(leadsTo) ? [[iri, detail]] : [],
  );
}

/** Whether offers have a fact because their provider has it, in the ontology's words. */
export function isInherited(property: string): boolean {
  return Object.hasOwn(properties, property) && properties[property]?.inherited === true;
}
