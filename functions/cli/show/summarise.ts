// A manifest in numbers: how many offers of which class, in which regions, at what prices. Pure.
import { classes, dct, mpli, schema } from "../../kernel/generated/vocabulary.ts";
import { type Store, type Term, objects, rdf, text } from "../../kernel/graph.ts";
import { shortName } from "../terminal/words.ts";

export interface PriceRange {
  /** As stated: an exact decimal. */
  readonly lowest: string;
  readonly highest: string;
  readonly currency?: string;
  readonly per: string;
}

export interface ClassSummary {
  readonly name: string;
  readonly offers: number;
  /** Regions in which one of them can be had. */
  readonly regions: number;
  /** One range for each currency and period, or unit. */
  readonly prices: readonly PriceRange[];
}

export interface ManifestSummary {
  readonly provider: {
    readonly id: string;
    readonly name?: string;
    readonly country?: string;
    readonly certifications: readonly string[];
  };
  readonly offers: number;
  readonly regions: readonly string[];
  readonly classes: readonly ClassSummary[];
  readonly attribution?: string;
}

/** Most units of metered items that a class shows; a price list of a hundred units is no summary. */
const MOST_UNITS = 6;

/** Summarises the manifest `root` of `graph`. */
export function summarise(graph: Store, root: string): ManifestSummary {
  const manifest = rdf.namedNode(root);
  const provider = objects(graph, manifest, mpli.provider)[0] ?? manifest;
  const [name, country, attribution] = [
    text(graph, provider, schema.name),
    text(graph, provider, mpli.country),
    text(graph, manifest, dct.rights),
  ];
  const schemes = objects(graph, provider, mpli.certification).flatMap((node) =>
    objects(graph, node, mpli.scheme),
  );
  const offers = objects(graph, manifest, mpli.offer);
  const places = objects(graph, manifest, mpli.place);
  const byClass = Map.groupBy(offers, (offer) => text(graph, offer, mpli.serviceClass) ?? "");
  return {
    provider: {
      id: provider.value,
      ...(name === undefined ? {} : { name }),
      ...(country === undefined ? {} : { country: shortName(country) }),
      certifications: [...new Set(schemes.map(({ value }) => shortName(value)))].sort(),
    },
    offers: offers.length,
    regions: places.map((place) => text(graph, place, schema.name) ?? shortName(place.value)).sort(),
    classes: [...byClass]
      .map(([iri, members]) => classSummary(graph, iri, members))
      .sort((a, b) => b.offers - a.offers || (a.name < b.name ? -1 : 1)),
    ...(attribution === undefined ? {} : { attribution }),
  };
}

function classSummary(graph: Store, iri: string, offers: readonly Term[]): ClassSummary {
  const regions = new Set(
    offers.flatMap((offer) => objects(graph, offer, mpli.region).map(({ value }) => value)),
  );
  const components = offers.flatMap((offer) => objects(graph, offer, mpli.price));
  return {
    name: classes[iri]?.name ?? shortName(iri),
    offers: offers.length,
    regions: regions.size,
    prices: ranges(graph, components).slice(0, MOST_UNITS),
  };
}

function ranges(graph: Store, components: readonly Term[]): PriceRange[] {
  const prices = components.flatMap((component) => {
    const amount = text(graph, component, schema.price);
    const currency = text(graph, component, schema.priceCurrency);
    const per = text(graph, component, mpli.unit) ?? shortName(text(graph, component, mpli.per) ?? "");
    return amount === undefined ? [] : { amount, per, ...(currency === undefined ? {} : { currency }) };
  });
  const kinds = Map.groupBy(prices, ({ currency = "", per }) => `${currency} ${per}`);
  const sorted = [...kinds.values()].sort((a, b) => b.length - a.length);
  return sorted.flatMap((members) => {
    const inOrder = members.toSorted((a, b) => Number(a.amount) - Number(b.amount));
    const [lowest, highest] = [inOrder[0], inOrder.at(-1)];
    if (!lowest || !highest) return [];
    const { amount, ...kind } = lowest;
    return { lowest: amount, highest: highest.amount, ...kind };
  });
}
