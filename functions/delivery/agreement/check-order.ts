// An order against the node's own manifest: what is sold now, at which price, with which values, and to whom.
import type { Offer } from "../../compatibility/judge/judge.ts";
import type { Customer } from "../../compatibility/demand/demand.ts";
import { type Obstacle, obstaclesOf } from "../../compatibility/judge/obstacles.ts";
import { sha256Hex } from "../../kernel/digest.ts";
import { type Result, ok, refused } from "../../kernel/result.ts";
import type { Show } from "../../trust/presentation/shown.ts";
import type { JsonObject } from "../../trust/token/jws.ts";
import { type AgreedPrice, type PriceRefusal, checkPrice } from "./check-price.ts";
import { ratesOf } from "../billing/rates.ts";
import type { ServiceLevel } from "../levels/service-level.ts";
import type { Billing } from "../record.ts";
import type { OrderRequest } from "./order-request.ts";
import { factsOf } from "../layers/facts.ts";
import type { Facts } from "../layers/receipt.ts";
import { type OwnOffer, type OwnOfferRefusal, type Published, isUnchanged, ownOffer } from "./own-offer.ts";
import { type ParameterFault, type ParametersRefusal, type Shape, checkValues } from "./parameters.ts";

/** What the provider's side adds to an order that it takes. */
export interface CheckedOrder {
  /** Name of the delivery binding, by which runners ask for jobs. */
  readonly binding: string;
  readonly by: string;
  /** What the binding leaves to the customer. */
  readonly shape: Shape;
  readonly region?: string;
  /** Those of the order, and defaults. */
  readonly parameters: JsonObject;
  readonly price: AgreedPrice;
  /** What the manifest states of what was ordered, as its receipt restates it. */
  readonly facts: Facts;
  readonly serviceLevel?: ServiceLevel;
  readonly billing: Billing;
}

export type OrderRefusal =
  | { code: "order-not-for-us"; provider: string }
  | { code: "order-loop" }
  | { code: "past-deadline"; deadline: string }
  | OwnOfferRefusal
  | { code: "offer-changed"; offer: string; manifest: string }
  | { code: "offer-not-for-sale"; offer: string; reason: "withdrawn" | "no-delivery" }
  | PriceRefusal
  | ParametersRefusal
  | { code: "terms-not-accepted"; terms: readonly string[] }
  | { code: "prerequisites-missing"; missing: readonly Unmet[] };

/** A prerequisite that the customer does not meet, as a match report would tell it. */
export type Unmet = Pick<Obstacle, "reason" | "found" | "expected" | "page" | "bring" | "missing">;

export interface OrderPorts extends Published {
  /** The node's own DID. */
  readonly did: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Verifies a presentation as made for this node; where it is absent, none is looked at. */
  readonly show?: Show;
  /** The address at which the node was asked. */
  readonly url: string;
}

/** The name of a party in `path`. */
export const digestOf = (did: string) => `sha256:${sha256Hex(did)}`;

/**
 * Checks a new order; the first kind of fault ends it, cheap ones before those that load documents, and what is shown
 * last of all. Nothing is stored, and an order that is refused uses nothing up.
 */
export async function checkOrder(
  order: OrderRequest,
  ports: OrderPorts,
): Promise<Result<CheckedOrder, OrderRefusal>> {
  const standing = checkStanding(order, ports);
  if (!standing.ok) return standing;
  const found = await ownOffer(order.offer, ports);
  if (!found.ok) return found;
  const { offer, bindings, around, head } = found.value;
  const obstacles = obstaclesOf(offer, customerOf(order), around);
  const [binding] = bindings;
  if (!binding || obstacles.some(({ on }) => on === "status"))
    return refused({
      code: "offer-not-for-sale",
      offer: offer.iri,
      reason: binding ? "withdrawn" : "no-delivery",
    });
  if (!(await isUnchanged(found.value, order.manifest.slice("sha256:".length), ports)))
    return refused({ code: "offer-changed", offer: offer.iri, manifest: `sha256:${head.digest}` });
  const region = regionOf(order, found.value);
  if (!region.ok) return region;
  const price = checkPrice(order, offer.prices, region.value);
  if (!price.ok) return price;
  const parameters = checkValues(order.parameters, binding);
  if (!parameters.ok) return parameters;
  const met = checkObstacles(await leftOf(obstacles, order, found.value, ports));
  if (!met.ok) return met;
  return ok({
    binding: binding.name,
    by: binding.by,
    shape: { parameters: binding.parameters, isDescribedElsewhere: binding.isDescribedElsewhere },
    ...(region.value === undefined ? {} : { region: region.value }),
    parameters: parameters.value,
    price: price.value,
    facts: factsOf(found.value, region.value),
    ...(found.value.serviceLevel ? { serviceLevel: found.value.serviceLevel } : {}),
    billing: billingOf(order, offer, region.value),
  });
}

function billingOf({ price, usage }: OrderRequest, offer: Offer, region: string | undefined): Billing {
  const { currency } = price;
  return {
    currency,
    rates: ratesOf(offer.prices, { currency, usage, region }),
    service: offer.name ?? offer.iri,
    classes: offer.classes,
    ...(region === undefined ? {} : { region }),
  };
}

/** What needs no document: whom it is for, whether it comes in time, and whether it has been here before. */
function checkStanding(
  { provider, path, deadline }: OrderRequest,
  { did, now }: OrderPorts,
): Result<undefined, OrderRefusal> {
  if (provider !== did) return refused({ code: "order-not-for-us", provider: provider.slice(0, 200) });
  if (path.includes(digestOf(did))) return refused({ code: "order-loop" });
  return deadline !== undefined && deadline <= now
    ? refused({ code: "past-deadline", deadline: new Date(deadline).toISOString() })
    : ok(undefined);
}

/** The region that the customer chose; where the offer has one only, there is nothing to choose. */
function regionOf(
  { region }: OrderRequest,
  { regions }: OwnOffer,
): Result<string | undefined, ParametersRefusal> {
  const no = (problem: ParameterFault["problem"]) =>
    refused<ParametersRefusal>({
      code: "parameters-invalid",
      faults: [{ pointer: "/region", problem, expected: regions.join(", ").slice(0, 500) }],
    });
  if (region === undefined) return regions.length > 1 ? no("required") : ok(regions[0]);
  return regions.includes(region) ? ok(region) : no("not-one-of");
}

function customerOf({ presents, terms, country }: OrderRequest): Customer {
  return {
    presents: new Set(presents),
    accepts: new Set(terms),
    ...(country === undefined ? {} : { country }),
  };
}

/** What is left in the way once what the customer shows has been looked at; only where nothing else is in the way. */
async function leftOf(
  obstacles: readonly Obstacle[],
  order: OrderRequest,
  { offer, around }: OwnOffer,
  { show, url }: OrderPorts,
): Promise<readonly Obstacle[]> {
  const isNeeded = obstacles.length > 0 && obstacles.every(({ query }) => query);
  if (!isNeeded || !show || order.presentation === undefined) return obstacles;
  const shown = await show({ presented: { form: "token", text: order.presentation } }, url);
  // What somebody else presents is not the customer's, however well it verifies.
  const own = shown.holder === order.customer ? shown : { digest: shown.digest, faults: shown.faults };
  return obstaclesOf(offer, { ...customerOf(order), shown: own }, around);
}

function checkObstacles(obstacles: readonly Obstacle[]): Result<undefined, OrderRefusal> {
  const terms = obstacles
    .filter(({ reason }) => reason === "terms-not-accepted")
    .flatMap(({ found }) => found);
  if (terms.length > 0) return refused({ code: "terms-not-accepted", terms: [...new Set(terms)] });
  if (obstacles.length === 0) return ok(undefined);
  const missing = obstacles.map(({ reason, found, expected, page, bring, missing: lacks }) => ({
    reason,
    found,
    ...(expected === undefined ? {} : { expected }),
    ...(page === undefined ? {} : { page }),
    ...(bring === undefined ? {} : { bring }),
    ...(lacks === undefined ? {} : { missing: lacks }),
  }));
  return refused({ code: "prerequisites-missing", missing });
}
