// Faults in what is understood of a manifest: its offers, prices and regions are heard otherwise than they were published.
import { hearingJson, inEachObject, on } from "./faults.ts";
import type { Json } from "./judgement.ts";
import type { Spoil } from "./mutant.ts";

/** Reads each object of a manifest otherwise, inner ones first, where it is published as JSON. */
export function stocking(change: (object: Json) => Json): Spoil {
  return hearingJson(on("/manifest", "PUT"), inEachObject(change));
}

/** Reads each price component otherwise. */
export function charging(change: (component: Json) => Json): Spoil {
  return stocking((one) => (one["amount"] === undefined ? one : change(one)));
}

/** Reads the units of prices otherwise. */
export function measuring(change: (unit: string) => string): Spoil {
  return charging((one) => (typeof one["unit"] === "string" ? { ...one, unit: change(one["unit"]) } : one));
}

/** Reads each offer otherwise. */
export function offering(change: (offer: Json) => Json): Spoil {
  return stocking((one) => (one["type"] === "Offer" ? change(one) : one));
}

/** Reads the prices of each offer otherwise, all of one offer at a time. */
export function pricing(change: (prices: readonly Json[], offer: Json) => readonly Json[]): Spoil {
  return offering((offer) =>
    offer["price"] === undefined
      ? offer
      : { ...offer, price: change([offer["price"]].flat() as Json[], offer) },
  );
}

/** Reads each region otherwise. */
export function placing(change: (region: Json) => Json): Spoil {
  return stocking((one) => (one["type"] === "Region" ? change(one) : one));
}

/** The amount of a price component times a number. */
export function times(component: Json, factor: number): Json {
  return { ...component, amount: (Number(component["amount"]) * factor).toFixed(12) };
}

/** Of a price component: whether it is per unit, whether it names regions, its tier, and the rest without that. */
export const isUnit = ({ per }: Json): boolean => per === "unit";
export const isRegional = (component: Json): boolean => component["in"] !== undefined;
export const tierOf = ({ tier }: Json) => tier as { from: string; to?: string } | undefined;
export const withoutTier = ({ tier: _, ...component }: Json): Json => component;
