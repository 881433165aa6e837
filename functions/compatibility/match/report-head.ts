// What the report of a match and that of a composition begin with: what was asked, of which market, and by which rules.
import type { FaultCode } from "../../trust/presentation/faults.ts";
import type { Demand } from "../demand/demand.ts";

export interface ReportHead {
  /** Canonical digest of the demand's graph. */
  readonly demand: string;
  /** Digest of the market's snapshot. */
  readonly snapshot: string;
  /** Digests of the credentials that were considered, in order. */
  readonly credentials: readonly string[];
  /** SHA-256 of the presentation in the demand, of which nothing else is told, where it was verified. */
  readonly presentationDigest?: string;
  /** Codes of the checks that it did not pass. */
  readonly presentationFaults?: readonly FaultCode[];
  /** Name of the policy that says whose credentials count; only where the demand asks for evidence. */
  readonly policyName?: string;
  readonly ruleVersion: string;
  readonly currency?: string;
}

export interface Asked {
  readonly demand: Demand;
  readonly digest: string;
  readonly snapshot: string;
  readonly rules: string;
  readonly policy: string | undefined;
  readonly credentials: readonly string[];
}

export function reportHead({ demand, digest, snapshot, rules, policy, credentials }: Asked): ReportHead {
  const { shown } = demand.customer;
  return {
    demand: digest,
    snapshot,
    credentials,
    ...(shown ? { presentationDigest: shown.digest, presentationFaults: shown.faults } : {}),
    ...(policy === undefined ? {} : { policyName: policy }),
    ruleVersion: rules,
    ...(demand.currency ? { currency: demand.currency } : {}),
  };
}
