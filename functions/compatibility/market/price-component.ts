// A price component as a manifest states it: what is charged, by what, and where.
import { mpli, schema } from "../../kernel/generated/vocabulary.ts";
import { type Ratio, compareRatios, parseRatio, ratio } from "../../kernel/ratio.ts";
import type { Tariff } from "../demand/meters.ts";
import { periodOf } from "../demand/periods.ts";
import type { PriceComponent } from "../judge/price.ts";
import type { Stated } from "../judge/values.ts";
import { type Details, inOrder } from "./statements.ts";

type Term = { readonly value: string };

/** Reads a price component; what is said twice, and differently, counts as not said. */
export function priceComponent(details: Details, detailsOf: (node: Stated) => Details): PriceComponent {
  const amount = notNegative(only(details, schema.price));
  const currency = only(details, schema.priceCurrency);
  const per = perOf(only(details, mpli.per) ?? "");
  const unit = per === "unit" ? only(details, mpli.unit) : undefined;
  const tier = tierOf(details, detailsOf);
  return {
    ...(amount ? { amount } : {}),
    tariff: {
      per: tier === "malformed" ? tier : per,
      ...(currency === undefined ? {} : { currency }),
      ...(unit === undefined ? {} : { unit }),
      ...(tier === undefined || tier === "malformed" ? {} : { tier }),
    },
    regions: inOrder(details.get(mpli.appliesIn.value) ?? []).map(({ value }) => value),
  };
}

function perOf(iri: string): Tariff["per"] {
  if (iri === mpli.once.value) return "once";
  return iri === mpli.unit.value ? "unit" : (periodOf(iri) ?? "malformed");
}

function tierOf(details: Details, detailsOf: (node: Stated) => Details): Tariff["tier"] | "malformed" {
  const [tier, ...others] = details.get(mpli.tier.value) ?? [];
  if (!tier) return undefined;
  const said = detailsOf(tier);
  const [from, to] = [notNegative(only(said, schema.minValue)), notNegative(only(said, schema.maxValue))];
  if (!from || others.length > 0 || (said.has(schema.maxValue.value) && !to)) return "malformed";
  return { from, ...(to ? { to } : {}) };
}

function only(details: Details, { value: property }: Term): string | undefined {
  const values = details.get(property) ?? [];
  return values.length === 1 ? values[0]?.value : undefined;
}

function notNegative(text: string | undefined): Ratio | undefined {
  const read = parseRatio(text ?? "");
  return read && read.numerator >= 0n ? read : undefined;
}

/** An order of price components by what they say: labels of blank nodes say nothing. */
export function compareContent(a: PriceComponent, b: PriceComponent): number {
  const [left, right] = [spellTariff(a.tariff), spellTariff(b.tariff)];
  if (left !== right) return left < right ? -1 : 1;
  const byAmount = compareRatios(a.amount ?? NONE, b.amount ?? NONE);
  if (byAmount !== 0) return byAmount;
  const [here, there] = [a.regions.join(" "), b.regions.join(" ")];
  return here < there ? -1 : here > there ? 1 : 0;
}

const NONE = ratio(-1n);

/** Everything that a tariff says, as a text: equal for tariffs that say the same. */
export function spellTariff({ per, currency, unit, tier }: Tariff): string {
  return JSON.stringify([per, currency, unit, tier && spell(tier.from), tier?.to && spell(tier.to)]);
}

const spell = ({ numerator, denominator }: Ratio) => `${numerator}/${denominator}`;
