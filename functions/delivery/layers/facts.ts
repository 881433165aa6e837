// What an offer's manifest says of where it runs and how it is certified, as a receipt restates it.
import { nameOf } from "../../compatibility/demand/names.ts";
import { keyOf } from "../../compatibility/demand/path.ts";
import { individuals, mpli } from "../../kernel/generated/vocabulary.ts";
import { countryOf } from "../../kernel/place.ts";
import type { OwnOffer } from "../agreement/own-offer.ts";
import type { Facts } from "./receipt.ts";

/** `region` is the one that was ordered. A region of which no country is known adds none. */
export function factsOf(
  { offer, around, regions }: Pick<OwnOffer, "offer" | "around" | "regions">,
  region: string | undefined,
): Facts {
  const values = (key: string) => (offer.stated.get(key) ?? []).map(({ value }) => value);
  const where = region === undefined ? regions : [region];
  const countries = [...values(mpli.country.value), ...where].flatMap(
    (place) => countryOf(place, around.parents) ?? [],
  );
  const schemes = values(keyOf([mpli.certification.value, mpli.scheme.value])).flatMap(withBroader);
  return { countries: named(countries), certifications: named(schemes) };
}

const named = (iris: readonly string[]) => [...new Set(iris.map(nameOf))].sort();

/** Whoever holds a label of a level holds those that are broader (skos:broader). */
function withBroader(scheme: string): string[] {
  const broader = Object.hasOwn(individuals, scheme) ? (individuals[scheme]?.broader ?? []) : [];
  return [scheme, ...broader.flatMap(withBroader)];
}
