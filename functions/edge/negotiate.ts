// Which representation a client gets, and whether it needs one at all (RFC 9110 §12 and §13).
import Negotiator from "negotiator";

/** The best of `available` (in the server's order) for an `Accept` value with q-values; undefined when none will do. */
export function negotiate<M extends string>(
  accept: string | undefined,
  available: readonly M[],
): M | undefined {
  const headers = { accept: accept ?? "*/*" };
  return new Negotiator({ headers }).mediaType([...available]) as M | undefined;
}

/** Whether `If-None-Match` holds `etag` (weak comparison, RFC 9110 §13.1.2). */
export function isNotModified(ifNoneMatch: string | undefined, etag: string): boolean {
  return ifNoneMatch !== undefined && (ifNoneMatch.trim() === "*" || tags(ifNoneMatch).includes(etag));
}

/** The entity tags of a list header, weakness marks removed. */
export function tags(header: string): string[] {
  return header.match(/"[^"]*"/g) ?? [];
}
