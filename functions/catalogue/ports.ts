// What a catalogue needs of the world: its book of providers, the graph store, and a guarded way out.
import type { KeptSegment } from "../compatibility/segment/packs.ts";
import type { GraphStore } from "../discovery/ports.ts";
import type { Result } from "../kernel/result.ts";
import type { FetchRefusal } from "./guard.ts";

/** One document of a harvested manifest. */
export interface HarvestedDocument {
  readonly digest: string;
  /** Service classes of the offers in it that the vocabulary knows, as IRIs. */
  readonly classes: readonly string[];
  readonly offers: number;
}

/** The last good harvest of a provider; replaced whole or not at all. */
export interface Snapshot {
  /** DID of the provider. */
  readonly provider: string;
  readonly name?: string;
  /** IRI of the manifest. */
  readonly manifest: string;
  /** Digest of the manifest's head document. */
  readonly digest: string;
  /** Entity tag that the provider gave it, for the next conditional request. */
  readonly etag?: string;
  /** Documents that hold offers: the head itself, or its pages. */
  readonly documents: readonly HarvestedDocument[];
  /** ISO 8601, UTC. */
  readonly harvestedAt: string;
}

/** A registered provider: where it is, what was last seen there, and when to look again. */
export interface Registration {
  /** Origin of the provider's node: its key in the book. */
  readonly origin: string;
  readonly registeredAt: string;
  readonly snapshot?: Snapshot;
  /** How a snapshot, most often the last one, is kept in the form in which demands are matched against it. */
  readonly segment?: KeptSegment;
  /** When the manifest was last confirmed to be current. */
  readonly checkedAt?: string;
  /** Failed harvests since the last good one. */
  readonly failures: number;
  /** Code and evidence of the last failure, when the last harvest failed. */
  readonly problem?: { readonly code: string };
  /** When the next harvest is due, milliseconds since the epoch. */
  readonly dueAt: number;
}

export interface ProviderBook {
  list(): Promise<readonly Registration[]>;
  /** Adds a provider that is due at once; an origin that is already registered is made due and kept as it is. */
  register(origin: string): Promise<{ readonly registration: Registration; readonly created: boolean }>;
  remove(origin: string): Promise<boolean>;
}

export interface FetchedDocument {
  readonly status: number;
  readonly contentType?: string;
  readonly etag?: string;
  readonly text: string;
}

export interface FetchOptions {
  readonly accept: string;
  readonly ifNoneMatch?: string;
  /** Bytes. */
  readonly limit: number;
}

/** A way out that keeps its promises: only permitted addresses, bounded size, time and redirects. */
export type GuardedFetch = (
  url: string,
  options: FetchOptions,
) => Promise<Result<FetchedDocument, FetchRefusal>>;

export interface HarvestPorts {
  readonly fetch: GuardedFetch;
  readonly graphs: GraphStore;
  readonly now: () => Date;
}
