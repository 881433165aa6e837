// Which representation a client gets, and whether it needs one at all (RFC 9110 §12 and §13).
import Negotiator from "negotiator";
import { BoundedMap } from "./bounded-map.ts";

/** The best of `available` (in the server's order) for an `Accept` value with q-values; undefined when none will do. */
export function negotiate<M extends string>(
  accept: string | undefined,
  available: readonly M[],
): M | undefined {
  const wanted = accept?.replace(PARAMETERS, "") ?? "*/*";
  const key = `${wanted}\n${available}`;
  const known = answers.get(key);
  if (known !== undefined) return (known || undefined) as M | undefined;
  const chosen = new Negotiator({ headers: { accept: wanted } }).mediaType([...available]);
  answers.set(key, chosen ?? "", key.length);
  return chosen as M | undefined;
}

/**
 * Parameters of a media range other than its weight. A client that asks for `text/turtle; charset=utf-8`, or for
 * JSON-LD of some profile, is better served with what there is than refused.
 */
const PARAMETERS = /;(?!\s*q\s*=)[^;,="]+=(?:"[^"]*"|[^;,"]*)/gi;

/** Clients repeat themselves; "" stands for none. */
const answers = new BoundedMap<string>(64 * 1024);

/** Whether `If-None-Match` holds `etag` (weak comparison, RFC 9110 §13.1.2). */
export function isNotModified(ifNoneMatch: string | undefined, etag: string): boolean {
  return ifNoneMatch !== undefined && (ifNoneMatch.trim() === "*" || tags(ifNoneMatch).includes(etag));
}

/** The entity tags of a list header, weakness marks removed. */
export function tags(header: string): string[] {
  return header.match(/"[^"]*"/g) ?? [];
}
