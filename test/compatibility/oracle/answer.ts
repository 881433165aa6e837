// The whole answer to a demand as the oracle gives it, in the form in which it is compared with the engine's.
import type { Store } from "../../../functions/kernel/graph.ts";
import { rounded } from "../../../functions/kernel/ratio.ts";
import { readAsked } from "./asked.ts";
import type { Graphs } from "./graphs.ts";
import type { Outcome } from "./logic.ts";
import { type Judged, judgeOffers, readManifest } from "./offers.ts";
import { inOrder } from "./order.ts";

/** What the oracle and the engine must agree on about one offer. */
export interface OfferAnswer {
  readonly offer: string;
  readonly provider: string;
  readonly verdict: Judged["verdict"];
  readonly score: number;
  /** Rounded to six decimals, or why there is none. */
  readonly price: number | string;
  readonly leftOut: readonly string[];
  /** Sorted: a report has its requirements in another order than the graph. */
  readonly must: readonly Outcome[];
  readonly should: readonly Outcome[];
}

/** The offers of each component in the order of a report, by the component's name. */
export type Answer = ReadonlyMap<string, readonly OfferAnswer[]>;

/** Answers a demand over manifests, each open beside the vocabulary. */
export function ask(demand: Store, manifests: readonly Graphs[]): Answer {
  const asked = readAsked(demand);
  const read = manifests.map((graphs) => readManifest(graphs, asked));
  return new Map(
    asked.components.map((component) => {
      const judged = read.flatMap((manifest) => judgeOffers(manifest, asked, component));
      return [component.name, inOrder(judged, asked).map(answerOf)];
    }),
  );
}

function answerOf({ offer, provider, verdict, score, price, must, should }: Judged): OfferAnswer {
  return {
    offer,
    provider,
    verdict,
    score: rounded(score),
    price: "monthly" in price ? rounded(price.monthly) : price.reason,
    leftOut: price.leftOut,
    must: must.toSorted(),
    should: should.toSorted(),
  };
}
