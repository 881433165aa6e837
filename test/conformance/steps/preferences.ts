// What a demand prefers among offers that fit: regions of known places and energy, and the order that comes of it.
import { RARE, componentsOf, listed } from "./demands.ts";
import type { Exam } from "../exam.ts";
import { type JsonObject, isObject } from "../http.ts";
import { price } from "./prices.ts";
import type { Shelf } from "../shelf.ts";

/** A region at a point: degrees of latitude and longitude as decimal numbers. */
export function regionAt(id: string, latitude: string, longitude: string, more: JsonObject = {}): JsonObject {
  return { id: `/regions/${id}`, type: "Region", latitude, longitude, ...more };
}

/** An offer in regions, at a price a month where one is given. */
export function offerIn(regions: string | readonly string[], monthly?: string): JsonObject {
  const region = [regions].flat().map((id) => `/regions/${id}`);
  return { region, ...(monthly === undefined ? {} : { price: price(monthly, "month") }) };
}

/** Where demands are near to, unless they say otherwise: Amsterdam. */
export const NEAR = { latitude: "52.37", longitude: "4.9" } as const;

/** The offers of the rare class are listed in this order, by their short names. */
export async function expectOrder(
  t: Exam,
  shelf: Shelf,
  order: readonly string[],
  demand: JsonObject,
): Promise<void> {
  const { component = {}, ...rest } = demand;
  const members = isObject(component) ? component : {};
  const answer = await shelf.ask({
    currency: "EUR",
    near: NEAR,
    ...rest,
    component: [{ class: RARE, ...members }],
  });
  const [found] = componentsOf(t, answer);
  const names = new Map(order.map((name) => [shelf.offer(name), name]));
  const came = listed(found).flatMap(({ offer }) => names.get(String(offer)) ?? []);
  t.equal(came, order, `with ${JSON.stringify(rest)} the order of the offers is`);
}

/** The same, with weights: they are scaled over all candidates, so offers of others would take part. */
export async function expectWeighedOrder(
  t: Exam,
  shelf: Shelf,
  order: readonly string[],
  demand: JsonObject,
): Promise<void> {
  const answer = await shelf.ask({ component: [{ class: RARE }] });
  const [all] = componentsOf(t, answer);
  if (listed(all).some(({ provider }) => provider !== shelf.did))
    t.cannotTell("the target knows more offers of this class, which stretch the scale");
  return expectOrder(t, shelf, order, demand);
}

/** Preferences with weights, by criterion. */
export function weighed(weights: Readonly<Record<string, number>>): JsonObject[] {
  return Object.entries(weights).map(([criterion, weight]) => ({ criterion, weight }));
}
