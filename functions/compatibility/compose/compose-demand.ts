// A demand composed from a market: the compatible offers of each component, the search over them, and its report.
import { type Result, ok } from "../../kernel/result.ts";
import type { Demand } from "../demand/demand.ts";
import {
  type MatchRefusal,
  RULE_VERSION,
  asksForEvidence,
  bySource,
  consideredIn,
  openMarket,
  scanAll,
  warningsOf,
} from "../match/match.ts";
import { Tally } from "../match/tally.ts";
import type { FactBase, Market } from "../ports.ts";
import { compose } from "./compose.ts";
import type { TrustPolicy } from "../../trust/policy/policy.ts";
import { type CompositionReport, writeComposition } from "./composition-report.ts";

export interface ComposeOptions {
  /** Canonical digest of the demand's graph. */
  readonly demand: string;
  /** Most compositions besides the best. */
  readonly runnersUp: number;
  /** Whose credentials the customer believes. */
  readonly policy: TrustPolicy;
}

/** Composes `demand` from the offers of `market`; the same inputs give the same report byte for byte. */
export async function composeDemand(
  demand: Demand,
  market: Market,
  facts: FactBase,
  { demand: digest, runnersUp, policy }: ComposeOptions,
): Promise<Result<CompositionReport, MatchRefusal>> {
  const opened = await openMarket(demand, market, facts, policy);
  if (!opened.ok) return opened;
  const tallies = demand.components.map(
    (component) => new Tally(demand, component, scanAll(demand, component, opened.value), 0),
  );
  const candidates = tallies.map((tally) => tally.compatible());
  return ok(
    writeComposition({
      demand,
      digest,
      snapshot: market.digest,
      rules: RULE_VERSION,
      policy: asksForEvidence(demand.components) ? policy.name : undefined,
      credentials: consideredIn(opened.value),
      sources: market.sources.toSorted(bySource),
      warnings: warningsOf(demand, market, opened.value),
      counts: tallies.map(({ counts }) => counts),
      composed: compose(demand, candidates, { runnersUp }),
    }),
  );
}
