// A DID and a DID URL, read strictly (W3C DID Core 1.0 §3.1, §3.2), and all that can go wrong on the way to a key.
import { type Result, ok, refused } from "../../kernel/result.ts";

/**
 * Indeterminate, since a later look or another verifier may see more:
 * `did-method-unsupported`, `did-unreachable` (no answer, or one that is not read: status, media type, size, address).
 * Invalid: `malformed-did`; `did-mismatch` (the document is that of another DID); `malformed-did-document`;
 * `key-not-found` (no such verification method); `key-not-authorised` (not under the relationship, controlled by
 * somebody else, expired or revoked); `key-unfit` (a private, weak, broken or unsupported key, or one that does not
 * fit the algorithm).
 */
export interface DidRefusal {
  readonly code:
    | "malformed-did"
    | "did-method-unsupported"
    | "did-unreachable"
    | "did-mismatch"
    | "malformed-did-document"
    | "key-not-found"
    | "key-not-authorised"
    | "key-unfit";
  /** What gave it away; at most 200 characters. */
  readonly detail: string;
}

/** A refusal with its evidence cut to size: the evidence is a stranger's text. */
export const refuse = (code: DidRefusal["code"], detail: string) =>
  refused<DidRefusal>({ code, detail: detail.slice(0, 200) });

export interface Did {
  readonly did: string;
  readonly method: string;
  /** The method-specific identifier, still percent-encoded. */
  readonly id: string;
}

export interface DidUrl extends Did {
  /** Empty, or beginning with a slash. */
  readonly path: string;
  readonly query?: string;
  readonly fragment?: string;
}

/** A did:key or did:jwk of a large RSA key takes some 1,500 characters. */
const MOST_CHARACTERS = 4096;

/** The method-specific identifier may have empty segments, but the last must not be empty. */
const DID = /^did:([a-z0-9]+):((?:[\w.:-]|%[\dA-Fa-f]{2})*(?:[\w.-]|%[\dA-Fa-f]{2}))$/;
/** `path-abempty`, `query` and `fragment` of RFC 3986 §3. */
const PATH = /^(?:\/(?:[\w.~!$&'()*+,;=:@-]|%[\dA-Fa-f]{2})*)*$/;
const QUERY_OR_FRAGMENT = /^(?:[\w.~!$&'()*+,;=:@/?-]|%[\dA-Fa-f]{2})*$/;

/** Reads a DID; one with a path, a query or a fragment is none. */
export function parseDid(text: string): Result<Did, DidRefusal> {
  const [, method, id] = (text.length <= MOST_CHARACTERS && DID.exec(text)) || [];
  return method && id ? ok({ did: text, method, id }) : refuse("malformed-did", text);
}

/** Reads a DID URL; a DID is one as well. */
export function parseDidUrl(text: string): Result<DidUrl, DidRefusal> {
  const [, start = "", path = "", query, fragment] =
    /^([^/?#]*)([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s.exec(text.slice(0, 2 * MOST_CHARACTERS + 1)) ?? [];
  const did = parseDid(start);
  if (!did.ok) return did;
  if (text.length > 2 * MOST_CHARACTERS || !PATH.test(path)) return refuse("malformed-did", text);
  if (!QUERY_OR_FRAGMENT.test(query ?? "") || !QUERY_OR_FRAGMENT.test(fragment ?? ""))
    return refuse("malformed-did", text);
  return ok({
    ...did.value,
    path,
    ...(query === undefined ? {} : { query }),
    ...(fragment === undefined ? {} : { fragment }),
  });
}
