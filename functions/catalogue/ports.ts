// What a catalogue needs of the world: its book of providers, the graph store, and a guarded way out.
import type { GuardedFetch } from "../edge/guard.ts";
import type { CheckedEvidence, CredentialFault } from "../compatibility/ports.ts";
import type { TextStore } from "../compatibility/evidence/kept-claims.ts";
import type { KeptSegment } from "../compatibility/segment/packs.ts";
import type { GraphStore } from "../discovery/ports.ts";

/** One document of a harvested manifest. */
export interface HarvestedDocument {
  readonly digest: string;
  /** Service classes of the offers in it that the vocabulary knows, as IRIs. */
  readonly classes: readonly string[];
  readonly offers: number;
  /** Addresses of the credentials that it links. */
  readonly credentials?: readonly string[];
}

/** The last good harvest of a provider; replaced whole or not at all. */
export interface Snapshot {
  /** DID of the provider. */
  readonly provider: string;
  readonly name?: string;
  /** Address of the manifest. */
  readonly manifest: string;
  /** IRI of the manifest, where it is not its address. */
  readonly iri?: string;
  /** Digest of the manifest's head document. */
  readonly digest: string;
  /** Entity tag that the provider gave it, for the next conditional request. */
  readonly etag?: string;
  /** Documents that hold offers: the head itself, or its pages. */
  readonly documents: readonly HarvestedDocument[];
  /** Addresses of the credentials that the head links, where it is not among these documents. */
  readonly credentials?: readonly string[];
  /** ISO 8601, UTC. */
  readonly harvestedAt: string;
}

/** What is known of a credential that a manifest links. */
export interface CheckedCredential {
  readonly address: string;
  /** SHA-256 of the secured credential, in hexadecimal; absent where it never could be read. */
  readonly digest?: string;
  readonly issuer?: string;
  readonly types?: readonly string[];
  /** What keeps it from counting. */
  readonly fault?: CredentialFault;
  /** When its status was last known, ISO 8601; absent where it has none. */
  readonly statusAsOf?: string;
  /** As it states it. */
  readonly validUntil?: string;
  /** From when on it is over, by its dates and by those of its token; milliseconds since the epoch. */
  readonly until?: number;
  /** When it was last looked at, ISO 8601, UTC; the signature of a manifest is looked at each time. */
  readonly checkedAt?: string;
}

/** What is known of a provider's credentials; `checkedAt` is when the one was looked at that has waited longest. */
export interface KeptEvidence extends Pick<CheckedEvidence, "checkedAt" | "claims" | "signed"> {
  readonly credentials: readonly CheckedCredential[];
  /** Where credentials are linked that were not looked at yet. */
  readonly pending?: true;
}

/** When credentials are looked at; milliseconds since the epoch. */
export interface Looks {
  /** When the next look is due. */
  readonly dueAt: number;
  /** What was not looked at since then is to be looked at. */
  readonly since: number;
}

/** A registered provider: where it is, what was last seen there, and when to look again. */
export interface Registration {
  /** Origin of the provider's node: its key in the book. */
  readonly origin: string;
  readonly registeredAt: string;
  readonly snapshot?: Snapshot;
  /** How a snapshot, most often the last one, is kept in the form in which demands are matched against it. */
  readonly segment?: KeptSegment;
  readonly evidence?: KeptEvidence;
  /** Absent until there is a snapshot. */
  readonly looks?: Looks;
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

export interface HarvestPorts {
  readonly fetch: GuardedFetch;
  readonly graphs: GraphStore;
  /** Holds credentials that manifests carry in themselves. */
  readonly texts: TextStore;
  readonly now: () => Date;
}
