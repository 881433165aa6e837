// Where a place lies: the published hierarchy of countries and areas, and the regions that manifests add to it.
import { places } from "./generated/places.ts";

/** Areas that a place lies directly within, by IRI: what a manifest says of its own regions. */
export type Parents = ReadonlyMap<string, readonly string[]>;

const NONE: Parents = new Map();

/** Whether `place` is `area` or lies within it at any depth. Circles in what a manifest says end the walk. */
export function isWithin(place: string, area: string, extra: Parents = NONE): boolean {
  return areasOf(place, extra).has(area);
}

/**
 * Whether `place` is inside `area`, outside it, or not known to be either. "Outside" takes a place that is located
 * down to a country, and that does not itself contain the area: a region known only to be in Europe may or may not be
 * in the EU, and "DE" may or may not mean one of its zones.
 */
export function locate(place: string, area: string, extra: Parents = NONE): "inside" | "outside" | "unknown" {
  const areas = areasOf(place, extra);
  if (areas.has(area)) return "inside";
  if (areasOf(area, extra).has(place)) return "unknown";
  for (const known of areas) if (isCountry(known)) return "outside";
  return "unknown";
}

/** Whether the published hierarchy names this place. */
export function isKnownPlace(iri: string): boolean {
  return Object.hasOwn(places, iri);
}

/** The country that a place is or lies in, where one is known; the first by IRI of several. */
export function countryOf(place: string, extra: Parents = NONE): string | undefined {
  return [...areasOf(place, extra)].filter(isCountry).sort()[0];
}

/** What was walked before, for as long as a hierarchy is held; bounded, since strangers write hierarchies. */
const walked = new WeakMap<Parents, Map<string, ReadonlySet<string>>>();
const MOST_PLACES_KEPT = 2_000;
const MOST_AREAS_KEPT = 16;

/** `place` itself and everything that it lies within. */
function areasOf(place: string, extra: Parents): ReadonlySet<string> {
  const kept = walked.get(extra) ?? new Map<string, ReadonlySet<string>>();
  const known = kept.get(place);
  if (known) return known;
  const areas = walk(place, extra);
  const isNamed = isKnownPlace(place) || extra.has(place);
  if (isNamed && areas.size <= MOST_AREAS_KEPT && kept.size < MOST_PLACES_KEPT)
    walked.set(extra, kept.set(place, areas));
  return areas;
}

function walk(place: string, extra: Parents): Set<string> {
  const areas = new Set([place]);
  // A set being walked also visits what is added on the way, each member once.
  for (const area of areas) {
    const published = Object.hasOwn(places, area) ? places[area]?.within : undefined;
    for (const parent of [...(published ?? []), ...(extra.get(area) ?? [])]) areas.add(parent);
  }
  return areas;
}

let containers: Set<string> | undefined;

/** A country is a published place that no other published place lies within. */
function isCountry(iri: string): boolean {
  containers ??= new Set(Object.values(places).flatMap(({ within }) => within));
  return isKnownPlace(iri) && !containers.has(iri);
}
