// A supplier as a reseller sees it: its node, what it sells there, and for how much.
import { HOURS_PER_MONTH, perPeriod } from "../../../../compatibility/demand/periods.ts";
import { priceOf } from "../../../../compatibility/judge/price.ts";
import { decimalOf } from "../../../../delivery/agreement/check-price.ts";
import type { OwnOffer } from "../../../../delivery/agreement/own-offer.ts";
import { compareRatios, parseRatio } from "../../../../kernel/ratio.ts";
import { type Result, ok, refused } from "../../../../kernel/result.ts";
import { endpointOf, findNode } from "../../../node-client/node.ts";
import { remoteOffer } from "../../../node-client/offer.ts";
import { type Failed, failed } from "../adapter.ts";
import type { Component } from "./components.ts";

export interface Ware {
  readonly provider: string;
  /** Address under which orders are placed. */
  readonly orders: string;
  readonly found: OwnOffer;
  readonly amount: string;
}

/** What a component costs now, and where it is ordered. What a supplier says in words stays here: it may name it. */
export async function wareOf(component: Component): Promise<Result<Ware, Failed>> {
  const { name, offer, node: at, currency, atMost } = component;
  try {
    const node = await findNode(at);
    if (!node.did) return refused(failed("supplier-unfit", `${name}: its node names no DID`));
    const found = await remoteOffer(offer, endpointOf(node, "manifest"));
    const usage = { hoursPerMonth: HOURS_PER_MONTH };
    const price = priceOf(found.offer.prices, { currency, usage, regions: [found.regions[0]] });
    if (!price.known) return refused(failed("supplier-unfit", `${name}: it has no price in ${currency}`));
    const monthly = perPeriod(price.monthly, "month", HOURS_PER_MONTH);
    const most = atMost === undefined ? undefined : parseRatio(atMost);
    if (most && compareRatios(monthly, most) > 0)
      return refused(
        failed("supplier-too-dear", `${name}: it costs more than ${atMost} ${currency} a month`),
      );
    return ok({ provider: node.did, orders: endpointOf(node, "orders"), found, amount: decimalOf(monthly) });
  } catch {
    return refused(failed("supplier-away", `${name}: its supplier does not answer as a node does`, true));
  }
}
