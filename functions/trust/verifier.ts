// A verifier with its memory: DID documents and status lists that it has read before need not be read again.
import { BoundedMap } from "../edge/bounded-map.ts";
import type { GuardedFetch } from "../edge/guard.ts";
import { refused } from "../kernel/result.ts";
import type { Secured } from "./credential/secured.ts";
import { statusReader } from "./credential/status.ts";
import {
  type Verification,
  type VerifyOptions,
  type VerifyPorts,
  verifyCredential,
} from "./credential/verify.ts";
import { type RememberedDid, resolver } from "./did/resolve.ts";
import { type OwnDocuments, answeredFromWithin, withoutOwn } from "./issuing/own-documents.ts";
import type { ProfileName } from "./token/profiles.ts";
import type { KeptList } from "./status/status.ts";
import type { Anchor } from "./x509/path.ts";

export interface VerifierPorts {
  readonly fetch: GuardedFetch;
  readonly now: () => Date;
  /** Whether this machine may be asked, over plain http: as the permissions of `fetch`. */
  readonly loopback: boolean;
  /** What this node says of its own keys and credentials, where it is a node that verifies. */
  readonly own?: OwnDocuments;
  /** Authorities whose certificates are believed, and for what; none unless stated. */
  readonly anchors?: readonly Anchor[];
}

/** `url` is the address at which the node was asked, where it is a node. */
export type Verify = (secured: Secured, options: VerifyOptions, url?: string) => Promise<Verification>;

/** A credential, its issuer and its lists name addresses; whoever wrote it must not have this node ask many. */
const MOST_FETCHES = 8;
const [DID_CHARACTERS, LIST_BYTES] = [4_000_000, 16_000_000];

/** Verifies credentials, each with at most eight fetches (MPLI-TRUST-038). */
export function verifier(ports: VerifierPorts): Verify {
  const verifying = verifyingPorts(ports);
  return (secured, options, url) => verifyCredential(secured, verifying(options.profile, url), options);
}

/** What verifying needs, with at most eight fetches for what is verified together. */
export function verifyingPorts({
  fetch,
  now,
  loopback,
  own,
  anchors = [],
}: VerifierPorts): (profile: ProfileName, url?: string) => VerifyPorts {
  const documents = new BoundedMap<RememberedDid>(DID_CHARACTERS);
  const lists = new BoundedMap<KeptList>(LIST_BYTES);
  const clock = () => now().getTime();
  return (profile, url) => {
    const origin = url === undefined ? undefined : own?.origin(url);
    const inside = own && origin !== undefined;
    const few = atMost(MOST_FETCHES, inside ? answeredFromWithin(fetch, origin, own.answer) : fetch);
    const caches = inside ? withoutOwn({ documents, lists }, origin) : { documents, lists };
    const resolveKey = resolver({ fetch: few, now: clock, loopback, cache: caches.documents });
    const signers = { resolveKey, now: clock, anchors };
    const statusOf = statusReader({ ...signers, profile, fetch: few, cache: caches.lists });
    return { ...signers, statusOf };
  };
}

/** A fetch that asks so often and then no more. */
function atMost(times: number, ask: GuardedFetch): GuardedFetch {
  let left = times;
  return async (url, options) =>
    left-- > 0 ? ask(url, options) : refused({ code: "unreachable", url, reason: "too many fetches" });
}
