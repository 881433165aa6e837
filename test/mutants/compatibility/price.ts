// Faults in what an offer costs in a month.
import type { Row } from "../../../functions/compatibility/ports.ts";
import { mpli, schema } from "../../../functions/kernel/generated/vocabulary.ts";
import { hearing, on } from "../faults.ts";
import { type Json, hearingRequirements, judging, knowing, stating } from "../judgement.ts";
import type { Mutant, Spoil } from "../mutant.ts";

type Details = Map<string, string[]>;

const NAMESPACE = "https://w3id.org/mpli/ns#";
const PER = mpli.per.value;
const AMOUNT = schema.price.value;
const CURRENCY = schema.priceCurrency.value;
const IN = mpli.appliesIn.value;
const one = (details: Details, property: string) => details.get(property)?.[0];

/** Reads the price components of each offer otherwise: `change` gets the details of all of one offer. */
function pricing(change: (components: Details[]) => void): Spoil {
  return knowing({
    rows: (all) => {
      const isDetail = ({ key, node }: Row) => key?.value === mpli.price.value && node !== undefined;
      const rest = all.filter((row) => !isDetail(row));
      const byOffer = Map.groupBy(all.filter(isDetail), ({ offer }) => offer?.value ?? "");
      return [...rest, ...[...byOffer.values()].flatMap((rows) => repriced(rows, change))];
    },
  });
}

function repriced(rows: readonly Row[], change: (components: Details[]) => void): Row[] {
  const byNode = [...Map.groupBy(rows, ({ node }) => node?.value ?? "").values()];
  const components = byNode.map((own) => {
    const details: Details = new Map();
    for (const { detail, value } of own)
      details.set(detail?.value ?? "", [...(details.get(detail?.value ?? "") ?? []), value?.value ?? ""]);
    return details;
  });
  change(components);
  return byNode.flatMap((own, index) =>
    [...(components[index] ?? [])].flatMap(([property, values]) =>
      values.map((value) => {
        const known = own.find(({ detail }) => detail?.value === property) ?? own[0];
        return {
          ...known,
          detail: { type: "uri" as const, value: property },
          value: { ...(known?.["value"] ?? { type: "literal" as const }), value },
        };
      }),
    ),
  );
}

/** Reads one period as another, and each amount times a number. */
function reading(period: string, as: string, times: number): Spoil {
  return pricing((components) => {
    for (const details of components)
      if (one(details, PER) === NAMESPACE + period) {
        details.set(PER, [NAMESPACE + as]);
        details.set(AMOUNT, [(Number(one(details, AMOUNT)) * times).toFixed(9)]);
      }
  });
}

/** Hears another demand than was sent, where it is about the price. */
const hearingPriced = (change: (demand: Json) => void): Spoil =>
  hearing(on("/matches", "POST"), (text) => {
    if (!text.startsWith("{") || !text.includes('"on":"price"')) return text;
    const demand = JSON.parse(text) as Json;
    change(demand);
    return JSON.stringify(demand);
  });

const componentsOf = (demand: Json) => [demand["component"] ?? []].flat() as Json[];

/** Hears of another number of hours where none is stated. */
const assuming = (hours: string): Spoil =>
  hearingPriced((demand) => {
    for (const component of componentsOf(demand))
      component["usage"] = { hoursPerMonth: hours, ...(component["usage"] as Json | undefined) };
  });

export default [
  { breaks: "MPLI-COMP-036", fault: "takes a month of 30 days where none is stated", ...assuming("720") },
  { breaks: "MPLI-COMP-036", fault: "takes a month of 31 days where none is stated", ...assuming("744") },
  {
    breaks: "MPLI-COMP-036",
    fault: "takes a usage without hours for no usage",
    ...hearingPriced((demand) => {
      for (const component of componentsOf(demand))
        if (component["usage"]) component["usage"] = { hoursPerMonth: "1", ...(component["usage"] as Json) };
    }),
  },
  {
    breaks: "MPLI-COMP-037",
    fault: "reads a price per minute as one per hour",
    ...reading("minute", "hour", 1),
  },
  { breaks: "MPLI-COMP-037", fault: "counts 30 days whatever the usage", ...reading("day", "month", 30) },
  {
    breaks: "MPLI-COMP-037",
    fault: "takes a price per year for twelve months",
    ...reading("year", "month", 1),
  },
  {
    breaks: "MPLI-COMP-037",
    fault: "multiplies a price per month by the usage",
    ...reading("month", "hour", 1 / 730),
  },
  {
    breaks: "MPLI-COMP-037",
    fault: "compares each bound with the price of a month",
    ...hearingRequirements(({ per: _, ...requirement }) => requirement),
  },
  {
    breaks: "MPLI-COMP-037",
    fault: "rounds amounts to cents before it compares them",
    ...pricing((components) => {
      for (const details of components)
        if (one(details, PER) === mpli.year.value)
          details.set(PER, [mpli.month.value]).set(AMOUNT, [(Number(one(details, AMOUNT)) / 12).toFixed(2)]);
    }),
  },
  {
    breaks: "MPLI-COMP-039",
    fault: "takes a dollar for a euro",
    ...stating((value, { detail }) => (detail?.value === CURRENCY && value === "USD" ? "EUR" : value)),
  },
  {
    breaks: "MPLI-COMP-039",
    fault: "knows a rate for dollars",
    ...pricing((components) => {
      for (const details of components)
        if (one(details, CURRENCY) === "USD")
          details.set(CURRENCY, ["EUR"]).set(AMOUNT, [(Number(one(details, AMOUNT)) * 0.9).toFixed(4)]);
    }),
  },
  {
    breaks: "MPLI-COMP-040",
    fault: "takes the cheapest region of all, whatever is asked of regions",
    ...hearingPriced((demand) => {
      for (const component of componentsOf(demand))
        component["must"] = ((component["must"] ?? []) as Json[]).filter(({ on }) => on !== "region");
    }),
  },
  {
    breaks: "MPLI-COMP-040",
    fault: "takes the region that is stated first",
    ...knowing({
      rows: (all) => {
        const regions = all.filter(({ key, node }) => key?.value === mpli.region.value && !node);
        const first = new Map(regions.toReversed().map((row) => [row["offer"]?.value, row]));
        return all.filter((row) => !regions.includes(row) || first.get(row["offer"]?.value) === row);
      },
    }),
    spreads: ["protocol"],
  },
  {
    breaks: "MPLI-COMP-040",
    fault: "takes a wish for a region as what the price is for",
    ...hearingPriced((demand) => {
      for (const component of componentsOf(demand)) {
        const wishes = ((component["should"] ?? []) as Json[]).filter(({ on }) => on === "region");
        if (wishes.length > 0) component["must"] = [...((component["must"] ?? []) as Json[]), ...wishes];
      }
    }),
  },
  {
    breaks: "MPLI-COMP-041",
    fault: "takes the lower of a region's price and the general one",
    ...pricing((components) => {
      const general = components
        .filter((details) => !details.has(IN))
        .map((each) => Number(one(each, AMOUNT)));
      for (const details of components.filter((each) => each.has(IN)))
        details.set(AMOUNT, [String(Math.min(...general, Number(one(details, AMOUNT))))]);
    }),
  },
  {
    breaks: "MPLI-COMP-041",
    fault: "takes the higher of a region's price and the general one",
    ...pricing((components) => {
      const general = components
        .filter((details) => !details.has(IN))
        .map((each) => Number(one(each, AMOUNT)));
      for (const details of components.filter((each) => each.has(IN)))
        details.set(AMOUNT, [String(Math.max(...general, Number(one(details, AMOUNT))))]);
    }),
  },
  {
    breaks: "MPLI-COMP-041",
    fault: "does not see for which regions a price is",
    ...pricing((components) => {
      for (const details of components) details.delete(IN);
    }),
  },
  {
    breaks: "MPLI-COMP-042",
    fault: "judges a price in another currency as a violation",
    ...judging(({ reason }) => (reason === "currency-differs" ? "violated" : undefined)),
  },
  {
    breaks: "MPLI-COMP-042",
    fault: "takes a price without a currency for one in the demand's",
    ...pricing((components) => {
      for (const details of components) if (!details.has(CURRENCY)) details.set(CURRENCY, ["EUR"]);
    }),
  },
  {
    breaks: "MPLI-COMP-042",
    fault: "takes a price that depends on usage for nothing to pay",
    ...judging(({ reason }) => (reason === "usage-based" ? "satisfied" : undefined)),
  },
  {
    breaks: "MPLI-COMP-042",
    fault: "judges a price for other regions as a violation",
    ...judging(({ reason }) => (reason === "not-priced-there" ? "violated" : undefined)),
  },
  {
    breaks: "MPLI-COMP-042",
    fault: "does not read absent on a price",
    ...hearingRequirements(({ absent, ...requirement }) =>
      requirement["on"] === "price" || absent === undefined ? requirement : { absent, ...requirement },
    ),
  },
  {
    breaks: "MPLI-COMP-042",
    fault: "takes an offer without a price for free",
    ...judging(({ on, reason }) => (on === "price" && reason === "not-stated" ? "satisfied" : undefined)),
  },
] satisfies Mutant[];
