// What holds for every layer of a chain: reckoned in the same way by who signs and by who verifies.
import { places } from "../../kernel/generated/places.ts";
import { isWithin } from "../../kernel/place.ts";
import type { Below, Every, Facts } from "./receipt.ts";

/** What holds for a layer and for all below it. */
export function everyOf({ countries, certifications }: Facts, below: readonly Every[]): Every {
  const own = { layers: 1, certifications, ...(countries.length > 0 ? { countries } : {}) };
  const all: readonly Every[] = [own, ...below];
  const stated = all.flatMap((each) => (each.countries ? [each.countries] : []));
  return {
    layers: all.reduce((sum, { layers }) => sum + layers, 0),
    ...(stated.length === all.length ? { countries: [...new Set(stated.flat())].sort() } : {}),
    certifications: certifications.filter((one) => all.every((each) => each.certifications.includes(one))),
  };
}

/** The same, of layers that are told of by category; undefined where one of them is told of by its digest alone. */
export function everyBelow({ countries, certifications, below = [] }: Below): Every | undefined {
  if (!countries || !certifications) return undefined;
  const inner = below.map(everyBelow);
  const known = inner.flatMap((each) => each ?? []);
  return known.length === inner.length ? everyOf({ countries, certifications }, known) : undefined;
}

/** What is asked of every layer: that its countries lie in an area, such as EU, or that it holds a certificate. */
export type Property = { readonly country: string } | { readonly certification: string };

/** Whether it names one thing that can be asked: a place that is known, or the name of a scheme. */
export function isProperty(
  property: Readonly<Record<string, string>>,
): property is Property & Record<string, string> {
  const { country, certification, ...rest } = property;
  if (Object.keys(property).length !== 1 || Object.keys(rest).length > 0) return false;
  return country === undefined ? certification !== "" : placeOf(country) !== undefined;
}

/** Whether a property holds for every layer; what is not known does not hold. */
export function holds(property: Property, { countries, certifications }: Every): boolean {
  if ("certification" in property) return certifications.includes(property.certification);
  const area = placeOf(property.country);
  return (
    area !== undefined &&
    countries !== undefined &&
    countries.every((code) => isWithin(placeOf(code) ?? "", area))
  );
}

let byCode: ReadonlyMap<string, string> | undefined;

/** IRI of a country or area by its code. */
export function placeOf(code: string): string | undefined {
  byCode ??= new Map(Object.entries(places).map(([iri, place]) => [place.code, iri]));
  return byCode.get(code);
}
