// Faults in what meters charge: units and the words with them, tiers, the cheapest of a kind, and sums.
import { type Json, hearingDemands, judging } from "../judgement.ts";
import type { Mutant, Spoil } from "../mutant.ts";
import { charging, isUnit, measuring, pricing, tierOf, times, withoutTier } from "../stocking.ts";

const amountOf = ({ amount }: Json) => Number(amount);

/** Reads where tiers begin and end otherwise. */
const tiering = (change: (tier: { from: string; to?: string }, unit: string) => object): Spoil =>
  charging((component) => {
    const tier = tierOf(component);
    return tier ? { ...component, tier: change(tier, String(component["unit"])) } : component;
  });

/** Takes some of the tiers of an offer for all of them. */
const tiersOf = (change: (tiers: readonly Json[]) => readonly Json[]): Spoil =>
  pricing((prices) => {
    const tiers = prices.filter(tierOf);
    return tiers.length < 2 ? prices : [...prices.filter((each) => !tierOf(each)), ...change(tiers)];
  });

/** Makes one of several prices of the same period or of units. */
const merging = (change: (alike: readonly Json[]) => readonly Json[]): Spoil =>
  pricing((prices) => [...Map.groupBy(prices, ({ per }) => per).values()].flatMap(change));

const least = (alike: readonly Json[]) => alike.toSorted((a, b) => amountOf(a) - amountOf(b));

/** Hears another usage of each component. */
const using = (change: (usage: Json) => Json): Spoil =>
  hearingDemands((demand) => {
    for (const component of [demand["component"] ?? []].flat() as Json[])
      if (component["usage"]) component["usage"] = change(component["usage"] as Json);
  });

export default [
  {
    breaks: "MPLI-COMP-076",
    fault: "takes a price per unit for one of a month",
    ...charging(({ unit, ...one }) => (unit === undefined ? one : { ...one, per: "month" })),
  },
  {
    breaks: "MPLI-COMP-076",
    fault: "reads GiBy as GBy",
    ...measuring((unit) => unit.replace(/([KMGTP])i/, "$1")),
  },
  {
    breaks: "MPLI-COMP-076",
    fault: "reads bits as bytes",
    ...measuring((unit) => unit.replace("bit", "By")),
  },
  {
    breaks: "MPLI-COMP-076",
    fault: "takes a price of data for one of stored data",
    ...measuring((unit) => unit.replace(/By$/, "By.mo")),
  },
  {
    breaks: "MPLI-COMP-076",
    fault: "does not read the words that go with data",
    ...measuring((unit) => unit.replace(/(By[^{]*)\{.*\}/, "$1")),
  },
  {
    breaks: "MPLI-COMP-076",
    fault: "compares words in braces with case",
    ...measuring((unit) => (/\{[^}]*[A-Z]/.test(unit) ? "h" : unit)),
  },
  {
    breaks: "MPLI-COMP-076",
    fault: "charges by the last row that fits",
    ...measuring((unit) => unit.replace("storage-of-", "")),
  },
  {
    breaks: "MPLI-COMP-076",
    fault: "charges data that comes in by what goes out",
    ...measuring((unit) => unit.replace("{ingress}", "")),
  },
  {
    breaks: "MPLI-COMP-076",
    fault: "takes every number of something for requests",
    ...measuring((unit) => (unit.startsWith("{") ? "{request}" : unit)),
  },
  {
    breaks: "MPLI-COMP-076",
    fault: "takes a number without words for requests",
    ...measuring((unit) => (/^\d+$/.test(unit) ? `${unit} {request}` : unit)),
  },
  {
    breaks: "MPLI-COMP-076",
    fault: "charges requests one by one",
    ...measuring((unit) => unit.replace(/^\d+ (?=\{request)/, "")),
  },
  {
    breaks: "MPLI-COMP-076",
    fault: "charges storage for 730 hours",
    ...charging((one) => (String(one["unit"]).endsWith("By.h") ? times(one, 730 / 730.5) : one)),
  },
  {
    breaks: "MPLI-COMP-076",
    fault: "charges storage for the hours of use",
    ...using(({ hoursPerMonth: hours, storage, ...rest }) => ({
      ...rest,
      ...(hours === undefined ? {} : { hoursPerMonth: hours }),
      ...(storage === undefined ? {} : { storage: scaled(String(storage), Number(hours ?? 730.5) / 730.5) }),
    })),
  },
  {
    breaks: "MPLI-COMP-076",
    fault: "takes traffic of an hour 730 times",
    ...using((usage) =>
      usage["outboundTraffic"] === "1 GBy/h" ? { ...usage, outboundTraffic: "730 GBy/mo" } : usage,
    ),
  },
  {
    breaks: "MPLI-COMP-077",
    fault: "charges the whole measure by the first tier",
    ...tiersOf(([first = {}]) => [withoutTier(first)]),
  },
  {
    breaks: "MPLI-COMP-077",
    fault: "charges the whole measure by the last tier",
    ...tiersOf((tiers) => [withoutTier(tiers.at(-1) ?? {})]),
  },
  {
    breaks: "MPLI-COMP-077",
    fault: "begins each tier at zero",
    ...tiering((tier) => ({ ...tier, from: "0" })),
  },
  {
    breaks: "MPLI-COMP-077",
    fault: "passes over a tier without an end",
    ...pricing((prices) => prices.filter((each) => !tierOf(each) || tierOf(each)?.to)),
  },
  {
    breaks: "MPLI-COMP-077",
    fault: "counts the end of a tier in",
    ...tiering(({ from, to }) => ({ from, ...(to ? { to: String(Number(to) + 1) } : {}) })),
  },
  {
    breaks: "MPLI-COMP-077",
    fault: "counts tiers of requests one by one",
    ...tiering(({ from, to }, unit) => {
      const size = Number(/^\d*/.exec(unit)?.[0] || 1);
      return { from: String(Number(from) / size), ...(to ? { to: String(Number(to) / size) } : {}) };
    }),
  },
  {
    breaks: "MPLI-COMP-077",
    fault: "counts tiers of data in gigabytes, whatever the unit",
    ...tiering(({ from, to }, unit) => {
      const size = unit === "TiBy" ? 1000 : 1;
      return { from: String(Number(from) / size), ...(to ? { to: String(Number(to) / size) } : {}) };
    }),
  },
  {
    breaks: "MPLI-COMP-077",
    fault: "takes nothing to pay for no price",
    ...judging(({ on, found }) => (on === "price" && found[0]?.startsWith("0 ") ? "unknown" : undefined)),
  },
  {
    breaks: "MPLI-COMP-078",
    fault: "adds up prices of one period",
    ...merging((alike) => {
      const [first = {}] = alike;
      const sum = alike.reduce((soFar, each) => soFar + amountOf(each), 0);
      return isUnit(first) ? alike : [{ ...first, amount: String(sum.toFixed(6)) }];
    }),
  },
  {
    breaks: "MPLI-COMP-078",
    fault: "takes the price that is stated first",
    ...merging((alike) => alike.slice(0, 1)),
  },
  {
    breaks: "MPLI-COMP-078",
    fault: "takes the dearest of a kind",
    ...merging((alike) => (isUnit(alike[0] ?? {}) ? alike : least(alike).slice(-1))),
  },
  {
    breaks: "MPLI-COMP-078",
    fault: "compares prices of different units by their numbers",
    ...merging((alike) => (isUnit(alike[0] ?? {}) && !alike.some(tierOf) ? least(alike).slice(0, 1) : alike)),
  },
  {
    breaks: "MPLI-COMP-078",
    fault: "lets tiers compete with each other",
    ...tiersOf((tiers) => tiers.slice(-1)),
  },
  {
    breaks: "MPLI-COMP-078",
    fault: "adds tiers to a price without a tier",
    ...pricing((prices) =>
      prices.map((each) => (isUnit(each) && prices.some(tierOf) ? { tier: { from: "0" }, ...each } : each)),
    ),
  },
  {
    breaks: "MPLI-COMP-078",
    fault: "charges by tiers wherever there are some",
    ...pricing((prices) => prices.filter((each) => !isUnit(each) || !prices.some(tierOf) || tierOf(each))),
  },
  {
    breaks: "MPLI-COMP-079",
    fault: "takes prices of different periods for alternatives",
    ...pricing((prices) => {
      const monthly = prices.filter(({ per }) => per === "month");
      return monthly.length > 0 ? prices.filter((each) => isUnit(each) || monthly.includes(each)) : prices;
    }),
  },
  {
    breaks: "MPLI-COMP-079",
    fault: "takes prices of different meters for alternatives",
    ...pricing((prices) => [...prices.filter((each) => !isUnit(each)), ...prices.filter(isUnit).slice(0, 1)]),
  },
  {
    breaks: "MPLI-COMP-079",
    fault: "forgets the meters beside a period",
    ...pricing((prices) => (prices.every(isUnit) ? prices : prices.filter((each) => !isUnit(each)))),
  },
  {
    breaks: "MPLI-COMP-079",
    fault: "charges nothing by any meter while one is without a measure",
    ...using((usage) => {
      const { hoursPerMonth = "730", ...measures } = usage;
      return Object.keys(measures).length < 3 ? { hoursPerMonth } : usage;
    }),
  },
  {
    breaks: "MPLI-COMP-080",
    fault: "charges one unit where no measure is stated",
    ...using((usage) => ({ storage: "1 GBy", outboundTraffic: "1 GBy/mo", requestsPerMonth: "1", ...usage })),
  },
  {
    breaks: "MPLI-COMP-036",
    fault: "takes a component that states data and no hours not to run at all",
    ...using((usage) =>
      usage["storage"] && usage["hoursPerMonth"] === undefined
        ? { ...usage, hoursPerMonth: "0.000001" }
        : usage,
    ),
  },
] satisfies Mutant[];

/** A quantity times a number, in the same unit. */
function scaled(quantity: string, factor: number): string {
  const [number, unit] = quantity.split(" ");
  return `${(Number(number) * factor).toFixed(9)} ${unit}`;
}
