// What matching needs of the world: which documents make up the market, answers to queries over one, and a place for
// what was made of them.
import type { Result } from "../kernel/result.ts";
import type { FaultCode } from "../trust/faults.ts";
import type { Claims } from "./evidence/claims.ts";
import type { Stated } from "./judge/values.ts";
import type { Segment } from "./segment/segment.ts";

/** A document that holds offers. */
export interface MarketDocument {
  /** Canonical digest of its graph. */
  readonly digest: string;
  /** IRIs of the service classes of its offers. */
  readonly classes: readonly string[];
  readonly offers: number;
}

/** One provider's manifest, as last read. */
export interface Source {
  /** DID of the provider. */
  readonly provider: string;
  readonly name?: string;
  /** Digest of the manifest's version. */
  readonly manifest: string;
  /** Whether it could not be read again when it was due. */
  readonly stale: boolean;
  /** The document that describes the provider and its regions. */
  readonly head: { readonly digest: string };
  /** The documents that hold its offers; the head itself where the manifest is one document. */
  readonly documents: readonly MarketDocument[];
  /** Name of the pack that its segment can be read from, next to others. */
  readonly pack?: string;
  /** Absent where nobody has looked at its credentials. */
  readonly evidence?: CheckedEvidence;
}

/** What was found out about the credentials of a manifest, apart from what they say. */
export interface CheckedEvidence {
  /** When all of them had been looked at, ISO 8601, UTC. */
  readonly checkedAt: string;
  /** The time that policies are applied at, milliseconds since the epoch; `checkedAt` unless stated. */
  readonly at?: number;
  /** Names the document that says what the credentials state; absent where none could be read. */
  readonly claims?: string;
  readonly states: readonly CredentialState[];
  /** Digest of the credential, one of these, in which the provider signs the manifest as a whole. */
  readonly signed?: string;
}

/** What verification says of a credential; of one that it could not read as well. */
export type CredentialFault = FaultCode | "credential-unreachable";

export interface CredentialState {
  /** Digest of the secured credential. */
  readonly credential: string;
  readonly fault?: CredentialFault;
  /** When its status was last known, ISO 8601; absent where it has none. */
  readonly statusAsOf?: string;
  /** When it was last looked at, ISO 8601; `checkedAt` of the evidence unless stated. */
  readonly checkedAt?: string;
}

/** A snapshot of all manifests that a demand is matched against. */
export interface Market {
  /** Names the snapshot by its content. */
  readonly digest: string;
  readonly sources: readonly Source[];
}

/** A solution of a query, by variable; unbound variables are absent (SPARQL 1.1 Query Results JSON §3.2). */
export type Row = Readonly<Record<string, Stated | undefined>>;

export type FactsRefusal = { code: "document-not-at-hand"; digest: string };

/** Facts of immutable documents. Graphs are read by the default graph alone: named graphs hold credentials. */
export interface DocumentFacts {
  /** Solutions of a SPARQL SELECT query over the document with this digest, in no particular order. */
  select(document: string, sparql: string): Promise<Result<readonly Row[], FactsRefusal>>;
}

/** Facts of manifests, in the form in which demands are matched against them. */
export interface FactBase {
  /** One segment for each source, in their order. */
  open(sources: readonly Source[]): Promise<Result<readonly Segment[], FactsRefusal>>;
  /** What the credentials of each source state, in their order; undefined where they are not at hand. */
  claims(sources: readonly Source[]): Promise<readonly (readonly Claims[] | undefined)[]>;
}

/** What credentials state, by the name of the document that says so. */
export interface ClaimsBase {
  /** Undefined where the document is lost: then nothing is known until credentials are looked at again. */
  read(evidence: Pick<CheckedEvidence, "claims">): Promise<readonly Claims[] | undefined>;
}

/** Compiled manifests, and packs of them, under the name that their content and the rules of compiling give them. */
export interface SegmentStore {
  get(key: string): Promise<Uint8Array<ArrayBuffer> | undefined>;
  put(key: string, segment: Uint8Array<ArrayBuffer>): Promise<void>;
  delete(key: string): Promise<void>;
}
