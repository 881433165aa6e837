// A node's own DID document and status lists, read from within: a Worker may not fetch from itself, and need not.
import { didOf } from "../../discovery/node-document.ts";
import { readText } from "../../edge/body.ts";
import type { BoundedMap } from "../../edge/bounded-map.ts";
import type { GuardedFetch } from "../../edge/guard.ts";
import { ok } from "../../kernel/result.ts";
import type { RememberedDid } from "../did/resolve.ts";
import type { KeptList } from "../status/status.ts";
import { LISTS } from "./addresses.ts";

export interface OwnDocuments {
  /** Public origin of the node, at the address that a request came to. */
  readonly origin: (requestUrl: string) => string;
  /** The node's own answer. */
  readonly answer: (request: Request) => Response | Promise<Response>;
}

/** Whether verification may need it, and this node has it. Neither kind of document asks for anything else in turn. */
function isOwn(url: string, origin: string): boolean {
  const { pathname, origin: asked } = URL.parse(url) ?? {};
  return (
    asked === origin && (pathname === "/.well-known/did.json" || pathname?.startsWith(`${LISTS}/`) === true)
  );
}

/** The same fetch, but for documents at `origin` that the node itself has, and others that it is told of. */
export function answeredFromWithin(
  outside: GuardedFetch,
  origin: string,
  answer: OwnDocuments["answer"],
  isInside: (url: string) => boolean = () => false,
): GuardedFetch {
  return async (url, options) => {
    if (!isOwn(url, origin) && !isInside(url)) return outside(url, options);
    const response = await answer(new Request(url, { headers: { Accept: options.accept } }));
    const text = await readText({ body: response.body, headers: new Headers() }, options.limit);
    if (!text.ok) return text;
    const contentType = response.headers.get("content-type");
    return ok({ status: response.status, text: text.value, ...(contentType ? { contentType } : {}) });
  };
}

/** What of a cache is used here. */
type Cache<V> = Pick<BoundedMap<V>, "get" | "set">;

/**
 * The same caches without what is the node's own. No copy of it has to grow old; and at which origin a node answers, the
 * client says who asks, so that what one request takes for the node's own must not be another's copy.
 */
export function withoutOwn(
  { documents, lists }: { readonly documents: Cache<RememberedDid>; readonly lists: Cache<KeptList> },
  origin: string,
) {
  const did = didOf(origin);
  return {
    documents: without(documents, (key) => key === did),
    // Lists are kept by their kind and their address.
    lists: without(lists, (key) => isOwn(key.slice(key.indexOf(" ") + 1), origin)),
  };
}

function without<V>(cache: Cache<V>, isLeftOut: (key: string) => boolean): Cache<V> {
  return {
    get: (key) => (isLeftOut(key) ? undefined : cache.get(key)),
    set: (key, value, size) => (isLeftOut(key) ? value : cache.set(key, value, size)),
  };
}
