// The bindings of wrangler.toml, typed.
import { readAnchors } from "../../trust/x509/anchors.ts";
import type { Anchor } from "../../trust/x509/path.ts";
import type { Catalogue } from "./catalogue.ts";
import type { Issuance } from "./issuance.ts";
import type { Jobs } from "./jobs.ts";
import type { Nonces } from "./nonces.ts";
import type { Order } from "./order.ts";
import type { Publication } from "./publication.ts";

export interface Env {
  readonly GRAPHS: KVNamespace;
  readonly PUBLICATION: DurableObjectNamespace<Publication>;
  readonly CATALOGUE: DurableObjectNamespace<Catalogue>;
  readonly ISSUANCE: DurableObjectNamespace<Issuance>;
  readonly NONCES: DurableObjectNamespace<Nonces>;
  readonly ORDER: DurableObjectNamespace<Order>;
  readonly JOBS: DurableObjectNamespace<Jobs>;
  readonly ASSETS?: Fetcher;
  /** Comma list of roles: provider, catalogue. */
  readonly MPLI_ROLES?: string;
  /** Public origin, where it is not the one that requests name. A node that delivers needs it. */
  readonly MPLI_ORIGIN?: string;
  /** "1" permits plain http and loopback addresses; refused on a node that is not itself on loopback. */
  readonly MPLI_LOCAL?: string;
  readonly MPLI_HARVEST_SECONDS?: string;
  /** Comma list of the DIDs of the runners that deliver for this node. */
  readonly MPLI_RUNNERS?: string;
  /** Seconds after which a runner that says nothing counts as lost. */
  readonly MPLI_LEASE_SECONDS?: string;
  /** Days for which the data of a service is kept after its end, for the customer to fetch. */
  readonly MPLI_RETRIEVAL_DAYS?: string;
  /** The trust policy that requests are decided by which name none: a name, or a policy in JSON. */
  readonly MPLI_TRUST_POLICY?: string;
  /** Secret: the operator's bearer token. Without it the node takes no changes. */
  readonly MPLI_OPERATOR_TOKEN?: string;
  /** Secret: the keys that the node signs with, as a JWK Set, the newest first (`mpli keys`). */
  readonly MPLI_SIGNING_KEYS?: string;
  /** Secret: one private key as a JWK, which counts where there is no set. */
  readonly MPLI_SIGNING_KEY?: string;
  /** Secret: keys that the states of runners' tools are encrypted with, in base64url between commas, the newest first. */
  readonly MPLI_STATE_KEYS?: string;
  /** Authorities whose certificates are believed, as `readAnchors` has them; none unless set. */
  readonly MPLI_ANCHORS?: string;
}

/** The store of anchors; throws where the setting cannot be read, since a node must not run with another store than meant. */
export function anchorsOf({ MPLI_ANCHORS }: Env): readonly Anchor[] {
  const anchors = readAnchors(MPLI_ANCHORS || "[]");
  if (!anchors.ok) throw new Error(`MPLI_ANCHORS: ${anchors.refusal.detail}`);
  return anchors.value;
}

/** Whether the node's origin is known from elsewhere than from requests; on loopback there is nobody else. */
export function hasOrigin({ MPLI_ORIGIN, MPLI_LOCAL }: Env): boolean {
  return Boolean(MPLI_ORIGIN) || MPLI_LOCAL === "1";
}

/** Seconds between harvests of a provider; a setting that is no number from 1 would have a catalogue never rest. */
export function harvestSecondsOf({ MPLI_HARVEST_SECONDS }: Env): number {
  const seconds = Number(MPLI_HARVEST_SECONDS);
  return seconds >= 1 && Number.isFinite(seconds) ? seconds : DEFAULT_HARVEST_SECONDS;
}

const DEFAULT_HARVEST_SECONDS = 900;

/** DIDs of the runners that deliver for this node. */
export function runnersOf({ MPLI_RUNNERS }: Env): readonly string[] {
  return (MPLI_RUNNERS ?? "").split(",").flatMap((did) => did.trim() || []);
}

/** Seconds of a lease, from 2 to 3600. */
export function leaseSecondsOf({ MPLI_LEASE_SECONDS }: Env): number {
  const seconds = Number(MPLI_LEASE_SECONDS);
  return seconds >= 2 && seconds <= 3600 ? seconds : DEFAULT_LEASE_SECONDS;
}

/** Seconds for which data is kept; a node keeps it longer than the EU Data Act asks, never shorter (Art. 25(2)(g)). */
export function retrievalSecondsOf({ MPLI_RETRIEVAL_DAYS }: Env): number {
  const days = Number(MPLI_RETRIEVAL_DAYS);
  return Math.max(LEAST_RETRIEVAL_DAYS, Number.isFinite(days) ? days : 0) * 86_400;
}

const DEFAULT_LEASE_SECONDS = 30;
const LEAST_RETRIEVAL_DAYS = 30;
