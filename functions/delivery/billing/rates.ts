// What an order is billed by: the price components that were agreed, as text, so that they are kept as they were.
import type { Usage } from "../../compatibility/demand/demand.ts";
import { type Tariff, measureOf } from "../../compatibility/demand/meters.ts";
import { type PriceComponent, priceOf } from "../../compatibility/judge/price.ts";
import type { Ratio } from "../../kernel/ratio.ts";
import { decimalOf } from "../agreement/check-price.ts";

/** Amounts and bounds are decimal numbers. */
export interface Rate {
  readonly amount: string;
  readonly per: Exclude<Tariff["per"], "malformed">;
  /** With "unit": the reference quantity, such as "GBy.mo" or "10000 {request}". */
  readonly unit?: string;
  /** The range of a month's consumption that is charged at this rate, in `unit`. */
  readonly tier?: { readonly from: string; readonly to?: string };
}

interface Asked {
  readonly currency: string;
  readonly usage: Usage;
  readonly region: string | undefined;
}

/**
 * Of alternatives those that the agreed price was counted with; of what it left out, such as a meter of which no usage
 * was foreseen, all that holds in the region.
 */
export function ratesOf(components: readonly PriceComponent[], { currency, usage, region }: Asked): Rate[] {
  const found = priceOf(components, { currency, usage, regions: [region] });
  const lines = found.known ? found.lines : [];
  const counted = new Set<string>(lines.map(({ by }) => by));
  const ours = components.filter(
    ({ tariff, regions }) =>
      tariff.currency === currency &&
      (regions.length === 0 || (region !== undefined && regions.includes(region))),
  );
  const isLeftOut = ({ per, unit }: Tariff) =>
    per === "once" || (per === "unit" && !counted.has(measureOf(unit ?? "")?.meter ?? ""));
  const leftOut = ours.filter(({ tariff }) => isLeftOut(tariff));
  // What names the region goes before what holds everywhere.
  const named = new Set(leftOut.flatMap(({ tariff, regions }) => (regions.length > 0 ? keyOf(tariff) : [])));
  const rest = leftOut.filter(({ tariff, regions }) => regions.length > 0 || !named.has(keyOf(tariff)));
  return [...lines, ...rest].flatMap(({ amount, tariff }) => rateOf(amount, tariff));
}

const keyOf = ({ per, unit = "" }: Tariff) => `${per} ${unit}`;

function rateOf(amount: Ratio | undefined, { per, unit, tier }: Tariff): Rate[] {
  if (!amount || per === "malformed" || (per === "unit") !== (unit !== undefined)) return [];
  const range = tier && {
    from: decimalOf(tier.from),
    ...(tier.to ? { to: decimalOf(tier.to) } : {}),
  };
  return [
    {
      amount: decimalOf(amount),
      per,
      ...(unit === undefined ? {} : { unit }),
      ...(range ? { tier: range } : {}),
    },
  ];
}
