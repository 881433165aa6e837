// Rows of the two queries as typed offers, in an order that does not depend on how a store walks its indexes.
import { mpli, properties, schema } from "../../kernel/generated/vocabulary.ts";
import type { Parents } from "../../kernel/place.ts";
import { parseRatio } from "../../kernel/ratio.ts";
import { type Result, ok } from "../../kernel/result.ts";
import type { Offer, Prerequisite } from "../judge/judge.ts";
import { periodOf } from "../demand/periods.ts";
import type { FactBase, FactsRefusal, Row } from "../ports.ts";
import type { PriceComponent } from "../judge/price.ts";
import { headQuery, isInherited, offersQuery } from "./queries.ts";
import type { Stated } from "../judge/values.ts";

/** What a head says that holds for all offers of its manifest. */
export interface Head {
  /** Inherited values by property. */
  readonly stated: ReadonlyMap<string, readonly Stated[]>;
  readonly prerequisites: readonly Prerequisite[];
  readonly parents: Parents;
}

/** Reads the head document: the provider's inherited facts and where its regions lie. */
export async function readHead(
  facts: FactBase,
  document: string,
  asked: readonly string[],
): Promise<Result<Head, FactsRefusal>> {
  const rows = await facts.select(document, headQuery(asked));
  if (!rows.ok) return rows;
  const parents = new Map<string, string[]>();
  for (const { place, area } of rows.value)
    if (place && area) parents.set(place.value, [...(parents.get(place.value) ?? []), area.value]);
  const provider = new Facts(rows.value.filter(({ key }) => key));
  const inherited = asked.filter(isInherited);
  return ok({ stated: provider.values(inherited), prerequisites: provider.prerequisites(), parents });
}

/** Reads the offers of a document that are of one of `classes`, with what they inherit from `head`. */
export async function readOffers(
  facts: FactBase,
  document: string,
  asked: { readonly classes: readonly string[]; readonly properties: readonly string[] },
  head: Head,
): Promise<Result<Offer[], FactsRefusal>> {
  const rows = await facts.select(document, offersQuery(asked.classes, asked.properties));
  if (!rows.ok) return rows;
  const byOffer = Map.groupBy(rows.value, ({ offer }) => offer?.value ?? "");
  return ok([...byOffer].map(([iri, own]) => readOffer(iri, new Facts(own), asked.properties, head)));
}

function readOffer(iri: string, own: Facts, asked: readonly string[], head: Head): Offer {
  const stated = own.values([...asked, mpli.region.value]);
  for (const [property, values] of head.stated)
    stated.set(property, inOrder([...(stated.get(property) ?? []), ...values]));
  const [name, status] = [own.first(schema.name), own.first(mpli.offerStatus)];
  return {
    iri,
    ...(name === undefined ? {} : { name }),
    ...(status === undefined ? {} : { status }),
    classes: own.plain(mpli.serviceClass.value).map(({ value }) => value),
    stated,
    prices: own.prices(),
    prerequisites: distinct([...own.prerequisites(), ...head.prerequisites]),
  };
}

/** The rows about one subject. */
class Facts {
  readonly #plain: ReadonlyMap<string, Row[]>;
  readonly #nodes: ReadonlyMap<string, Row[]>;

  constructor(rows: readonly Row[]) {
    const keyOf = ({ key }: Row) => key?.value ?? "";
    this.#plain = Map.groupBy(
      rows.filter(({ node }) => !node),
      keyOf,
    );
    this.#nodes = Map.groupBy(
      rows.filter(({ node }) => node),
      keyOf,
    );
  }

  plain(property: string): readonly Stated[] {
    return inOrder((this.#plain.get(property) ?? []).flatMap(({ value }) => value ?? []));
  }

  first({ value }: { readonly value: string }): string | undefined {
    return this.plain(value)[0]?.value;
  }

  /** What is compared of each property: its value, or one detail of the node that it points to. */
  values(asked: readonly string[]): Map<string, readonly Stated[]> {
    return new Map(asked.map((property) => [property, this.#compared(property)]));
  }

  #compared(property: string): readonly Stated[] {
    const by = properties[property]?.comparedBy;
    if (!by) return this.plain(property);
    const details = (this.#nodes.get(property) ?? []).filter(({ detail }) => detail?.value === by);
    return inOrder(details.flatMap(({ value }) => value ?? []));
  }

  prices(): PriceComponent[] {
    return this.#details(mpli.price.value).map((details) => priceComponent(details));
  }

  prerequisites(): Prerequisite[] {
    return this.#details(mpli.prerequisite.value).map((details) => {
      const [ask, page] = [details.get(mpli.ask.value)?.[0], details.get(schema.url.value)?.[0]];
      return { ...(ask ? { ask: ask.value } : {}), ...(page ? { page: page.value } : {}) };
    });
  }

  /** Details by property for each node that `property` points to, also for nodes of which nothing is read. */
  #details(property: string): ReadonlyMap<string, readonly Stated[]>[] {
    const rows = Map.groupBy(this.#nodes.get(property) ?? [], ({ node }) => node?.value ?? "");
    return this.plain(property).map(({ value: node }) => {
      const details = Map.groupBy(rows.get(node) ?? [], ({ detail }) => detail?.value ?? "");
      return new Map(
        Array.from(details, ([key, own]) => [key, inOrder(own.flatMap(({ value }) => value ?? []))]),
      );
    });
  }
}

function priceComponent(details: ReadonlyMap<string, readonly Stated[]>): PriceComponent {
  const only = ({ value: property }: { readonly value: string }) => {
    const values = details.get(property) ?? [];
    return values.length === 1 ? values[0]?.value : undefined;
  };
  const [amount, currency, per] = [
    parseRatio(only(schema.price) ?? ""),
    only(schema.priceCurrency),
    only(mpli.per) ?? "",
  ];
  const regions = (details.get(mpli.appliesIn.value) ?? []).map(({ value }) => value);
  const common = { regions, ...(currency === undefined ? {} : { currency }) };
  if (details.has(mpli.tier.value)) return { ...common, per: "tiered" };
  if (per === mpli.once.value) return { ...common, per: "once" };
  if (per === mpli.unit.value) return { ...common, per: "per-unit" };
  const period = periodOf(per);
  return amount && amount.numerator >= 0n && period
    ? { ...common, amount, per: period }
    : { ...common, per: "malformed" };
}

function inOrder(values: readonly Stated[]): readonly Stated[] {
  if (values.length <= 1) return values;
  const keyed = new Map(
    values.map((value) => [`${value.value}\n${value.type}\n${value.datatype ?? ""}`, value]),
  );
  return [...keyed].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);
}

function distinct(prerequisites: readonly Prerequisite[]): Prerequisite[] {
  const keyed = new Map(prerequisites.map((each) => [`${each.ask ?? ""}\n${each.page ?? ""}`, each]));
  return [...keyed].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each);
}
