// What an offer costs in a month, as the outcomes of requirements on its price tell it.
import { requirementsOf, resultsOf } from "./demands.ts";
import type { Exam } from "../exam.ts";
import type { JsonObject } from "../http.ts";
import type { Shelf } from "../shelf.ts";

/** Prices are exact, but a report need not show all of their digits. */
const NEARLY = 0.001;

/** A price component of an offer, in euros unless `more` says otherwise. */
export function price(amount: string, per: string, more: JsonObject = {}): JsonObject {
  return { amount, currency: "EUR", per, ...more };
}

/** A requirement that only an amount very near to this one meets. */
export function about(amount: number, more: JsonObject = {}): JsonObject {
  return {
    on: "price",
    atLeast: (amount - NEARLY).toFixed(4),
    atMost: (amount + NEARLY).toFixed(4),
    ...more,
  };
}

/** Each offer costs this much in a month for a component like this, in euros. */
export async function expectAmounts(
  t: Exam,
  shelf: Shelf,
  amounts: Readonly<Record<string, number>>,
  component: JsonObject = {},
): Promise<void> {
  const asked = Object.entries(amounts);
  const components = asked.map(([, amount]) => ({ ...component, should: [about(amount)] }));
  const result = await resultsOf(t, shelf, components, { currency: "EUR" });
  for (const [index, [offer, amount]] of asked.entries()) {
    const found = requirementsOf(result(index, offer)).find(({ on }) => on === "price");
    const expected = `a price of ${amount} EUR a month for the offer ${offer}`;
    t.that(found?.["outcome"] === "satisfied", expected, JSON.stringify(found ?? null));
  }
}

/** What a bound that any price meets comes to on the offers, with more members of the requirement. */
export async function outcomesOfAnyPrice(
  t: Exam,
  shelf: Shelf,
  offers: readonly string[],
  { requirement = {}, component = {} }: { requirement?: JsonObject; component?: JsonObject } = {},
): Promise<unknown[]> {
  const should = [{ on: "price", atLeast: "0", ...requirement }];
  const result = await resultsOf(t, shelf, [{ ...component, should }], { currency: "EUR" });
  return offers.map((offer) => {
    const found = requirementsOf(result(0, offer)).find(({ on }) => on === "price");
    return found?.["outcome"];
  });
}

/** Regions in the Netherlands, in Germany and in the United States. */
export const PLACES = [
  { id: "/regions/ams", type: "Region", within: "NL" },
  { id: "/regions/ber", type: "Region", within: "DE" },
  { id: "/regions/nyc", type: "Region", within: "US" },
] as const;

/** For a price component that holds in one of these regions only. */
export const inRegion = (name: "ams" | "ber" | "nyc"): JsonObject => ({ in: `/regions/${name}` });
