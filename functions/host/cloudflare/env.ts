// The bindings of wrangler.toml, typed.
import type { Catalogue } from "./catalogue.ts";
import type { Publication } from "./publication.ts";

export interface Env {
  readonly GRAPHS: KVNamespace;
  readonly PUBLICATION: DurableObjectNamespace<Publication>;
  readonly CATALOGUE: DurableObjectNamespace<Catalogue>;
  readonly ASSETS?: Fetcher;
  /** Comma list of roles: provider, catalogue. */
  readonly MPLI_ROLES?: string;
  /** Public origin, where it is not the one that requests name. */
  readonly MPLI_ORIGIN?: string;
  /** "1" permits plain http and loopback addresses; refused on a node that is not itself on loopback. */
  readonly MPLI_LOCAL?: string;
  readonly MPLI_HARVEST_SECONDS?: string;
  /** Secret: the operator's bearer token. Without it the node takes no changes. */
  readonly MPLI_OPERATOR_TOKEN?: string;
  /** Secret: private key as a JWK (Ed25519). */
  readonly MPLI_SIGNING_KEY?: string;
}

/** Seconds between harvests of a provider; a setting that is no number from 1 would have a catalogue never rest. */
export function harvestSecondsOf({ MPLI_HARVEST_SECONDS }: Env): number {
  const seconds = Number(MPLI_HARVEST_SECONDS);
  return seconds >= 1 && Number.isFinite(seconds) ? seconds : DEFAULT_HARVEST_SECONDS;
}

const DEFAULT_HARVEST_SECONDS = 900;
