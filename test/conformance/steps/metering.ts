// Prices that depend on what a service is used for: what is charged per unit, in tiers, and what is left out.
import { resultsOf } from "./demands.ts";
import type { Exam } from "../exam.ts";
import { type JsonObject, isObject } from "../http.ts";
import { price } from "./prices.ts";
import type { Shelf } from "../shelf.ts";

/** A month with every meter running. */
export const USAGE = {
  storage: "100 GBy",
  outboundTraffic: "2 TBy/mo",
  requestsPerMonth: "5000000",
} as const;

/** A price per unit, of one euro unless an amount is given. */
export function perUnit(unit: string, amount = "1.0", more: JsonObject = {}): JsonObject {
  return price(amount, "unit", { unit, ...more });
}

/** Prices per unit in tiers: each begins where the one before ends, and the last has no end. */
export function inTiers(
  unit: string,
  tiers: readonly (readonly [from: string, amount: string])[],
  more: JsonObject = {},
): JsonObject[] {
  return tiers.map(([from, amount], index) => {
    const to = tiers[index + 1]?.[0];
    return perUnit(unit, amount, { tier: { type: "PriceTier", from, ...(to ? { to } : {}) }, ...more });
  });
}

/** What the price of a result says besides the amount: whether it is known, what was left out, and why there is none. */
export function priceOf(t: Exam, result: JsonObject): JsonObject {
  const { price: stated } = result;
  t.that(isObject(stated), "a `price` of the result", JSON.stringify(stated ?? null));
  return stated;
}

/** The price of each offer leaves out what these words say and nothing else, and tells by `partial` whether it does. */
export async function expectLeftOut(
  t: Exam,
  shelf: Shelf,
  words: Readonly<Record<string, readonly string[]>>,
  component: JsonObject = {},
): Promise<void> {
  const result = await resultsOf(t, shelf, [component], { currency: "EUR" });
  for (const [offer, expected] of Object.entries(words)) {
    const { leftOut, partial } = priceOf(t, result(0, offer));
    t.that(Array.isArray(leftOut), "a list in `leftOut` of the price", JSON.stringify(leftOut ?? null));
    t.equal([...new Set(leftOut)].sort(), [...expected].sort(), `what the price of ${offer} leaves out is`);
    t.equal(partial, expected.length > 0, `\`partial\` of the price of ${offer} is`);
  }
}
