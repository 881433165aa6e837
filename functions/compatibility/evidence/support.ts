// What stands for the values that an offer states, besides its provider's word. Pure.
import type { Criterion, EvidenceLevel } from "../demand/demand.ts";
import type { Reason } from "../judge/reasons.ts";
import type { Stated } from "../judge/values.ts";
import type { BindingWay, UnboundCode } from "./binding.ts";

/** A credential that states a value, and what it is worth to the customer. */
export interface Backing {
  /** Digest of the secured credential. */
  readonly credential: string;
  readonly issuer: string;
  /** Names of its types. */
  readonly types: readonly string[];
  readonly party: EvidenceLevel;
  /** When it was last looked at, ISO 8601, UTC. */
  readonly checkedAt: string;
  /** What keeps it from counting: a code of verification (MPLI-TRUST), where it is one of these. */
  readonly fault?: string;
  /** By what it is one of the provider or the offer, where not by an IRI. */
  readonly binding?: BindingWay;
  /** Why it is none of theirs. */
  readonly unbound?: UnboundCode;
  /** When its status was last known, ISO 8601; absent where it has none. */
  readonly statusAsOf?: string;
}

export interface Stand {
  /** `met`, or why the evidence does not do. */
  readonly reason: Reason;
  /** The credential that decides it. */
  readonly by?: Backing;
}

export interface Support {
  /** Digests of the credentials that were considered. */
  readonly credentials: readonly string[];
  /** IRIs of offers that some credential is about. */
  readonly offers: ReadonlySet<string>;
  /** What stands for values of this offer, and not only for those of its provider. */
  about(offer: string): Support;
  /** Whether what stands for a stated value is what the criterion asks for. */
  stands(criterion: Criterion, term: Stated): Stand;
}

/** Of a manifest whose credentials nobody has looked at. */
export const UNCHECKED: Support = {
  credentials: [],
  offers: new Set(),
  about: () => UNCHECKED,
  stands: () => ({ reason: "evidence-not-checked" }),
};
