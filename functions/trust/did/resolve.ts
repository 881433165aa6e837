// From the DID URL of a key to the key: the document of its DID, made, fetched or remembered.
import type { BoundedMap } from "../../edge/bounded-map.ts";
import type { GuardedFetch } from "../../edge/guard.ts";
import { type Result, ok } from "../../kernel/result.ts";
import { type Did, type DidRefusal, parseDidUrl, refuse } from "./did.ts";
import { type DidDocument, type Relationship, type VerificationKey, keyIn } from "./document.ts";
import { didJwkDocument } from "./jwk.ts";
import { didKeyDocument } from "./key.ts";
import { type WebRefusal, fetchDidDocument } from "./web.ts";

/** What is known of a did:web: its last document, and why there is none newer. Times are of the start of the fetch. */
export interface RememberedDid {
  readonly last?: { readonly document: DidDocument; readonly size: number; readonly at: number };
  readonly failure?: { readonly refusal: WebRefusal; readonly at: number };
}

export interface ResolverPorts {
  readonly fetch: GuardedFetch;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Whether this machine may be asked, over plain http: as the permissions of `fetch`. */
  readonly loopback: boolean;
  /** Sizes are characters of documents. It holds values only: no request waits for what another has under way. */
  readonly cache: Pick<BoundedMap<RememberedDid>, "get" | "set">;
}

export type ResolveKey = (
  didUrl: string,
  relationship: Relationship,
) => Promise<Result<VerificationKey, DidRefusal>>;

const FRESH_MS = 10 * 60_000;
const STALE_MS = 60 * 60_000;
const FAILED_MS = 60_000;
/** Characters that an entry counts for besides its document. */
const ENTRY_SIZE = 1000;

interface Found {
  readonly document: DidDocument;
  readonly stale?: true;
}

/** Finds keys of did:key, did:jwk and did:web; refuses with a `DidRefusal`, throws never. */
export function resolver(ports: ResolverPorts): ResolveKey {
  return async (didUrl, relationship) => {
    const url = parseDidUrl(didUrl);
    if (!url.ok) return url;
    const { method, path, query, fragment } = url.value;
    const find = Object.hasOwn(METHODS, method) ? METHODS[method] : undefined;
    if (!find) return refuse("did-method-unsupported", method);
    if (!fragment || path || query !== undefined) return refuse("malformed-did", "it names no key");
    const found = await find(url.value, ports);
    if (!found.ok) return found;
    const { document, stale } = found.value;
    const key = keyIn(document, { id: didUrl, relationship, now: ports.now() });
    return key.ok && stale ? ok({ ...key.value, stale }) : key;
  };
}

type FindDocument = (
  did: Did,
  ports: ResolverPorts,
) => Result<Found, DidRefusal> | Promise<Result<Found, DidRefusal>>;

const METHODS: Readonly<Record<string, FindDocument>> = {
  key: (did) => made(didKeyDocument(did)),
  jwk: (did) => made(didJwkDocument(did)),
  web: remembered,
};

const made = (document: Result<DidDocument, DidRefusal>) =>
  document.ok ? ok({ document: document.value }) : document;

/** A did:web's document: fresh for ten minutes, and for an hour when its host does not answer. */
async function remembered(did: Did, ports: ResolverPorts): Promise<Result<Found, DidRefusal>> {
  const at = ports.now();
  const known = ports.cache.get(did.did) ?? {};
  if (known.last && at - known.last.at < FRESH_MS) return ok({ document: known.last.document });
  if (known.failure && at - known.failure.at < FAILED_MS) return settle(known, at);
  const fetched = await fetchDidDocument(did, ports);
  const entry: RememberedDid = fetched.ok
    ? { last: { ...fetched.value, at } }
    : {
        failure: { refusal: fetched.refusal, at },
        // A host that answers otherwise has taken the document back.
        ...(fetched.refusal.passing && known.last ? { last: known.last } : {}),
      };
  ports.cache.set(did.did, entry, ENTRY_SIZE + (entry.last?.size ?? 0));
  return settle(entry, at);
}

function settle({ last, failure }: RememberedDid, now: number): Result<Found, DidRefusal> {
  if (last && !failure) return ok({ document: last.document });
  if (last && now - last.at < STALE_MS) return ok({ document: last.document, stale: true });
  const { code, detail } = failure?.refusal ?? { code: "did-unreachable", detail: "" };
  return refuse(code, detail);
}
