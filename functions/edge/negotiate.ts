// Which representation a client gets, and whether it needs one at all (RFC 9110 §12 and §13).
import Negotiator from "negotiator";

/** The best of `available` (in the server's order) for an `Accept` value with q-values; undefined when none will do. */
export function negotiate<M extends string>(
  accept: string | undefined,
  available: readonly M[],
): M | undefined {
  const known = answersFor(available);
  // An empty list of media ranges asks for nothing in particular.
  const asked = accept?.trim() || "*/*";
  if (!known.has(asked)) {
    if (known.size >= MAX_ANSWERS || asked.length > MAX_KEPT) known.clear();
    const headers = { accept: asked.replace(PARAMETERS, "") };
    known.set(asked, new Negotiator({ headers }).mediaType([...available]));
  }
  return known.get(asked) as M | undefined;
}

/** Clients repeat themselves, and nodes offer few sets of representations: each answer is worked out once. */
const answers = new WeakMap<readonly string[], Map<string, string | undefined>>();
const MAX_ANSWERS = 200;
const MAX_KEPT = 500;

function answersFor(available: readonly string[]): Map<string, string | undefined> {
  const known = answers.get(available);
  if (known) return known;
  const made = new Map<string, string | undefined>();
  answers.set(available, made);
  return made;
}

/**
 * Parameters of a media range other than its weight. A client that asks for `text/turtle; charset=utf-8`, or for
 * JSON-LD of some profile, is better served with what there is than refused.
 */
const PARAMETERS = /;(?!\s*q\s*=)[^;,="]+=(?:"[^"]*"|[^;,"]*)/gi;

/** Whether `If-None-Match` holds `etag` (weak comparison, RFC 9110 §13.1.2). */
export function isNotModified(ifNoneMatch: string | undefined, etag: string): boolean {
  return ifNoneMatch !== undefined && (ifNoneMatch.trim() === "*" || tags(ifNoneMatch).includes(etag));
}

/** The entity tags of a list header, weakness marks removed. */
export function tags(header: string): string[] {
  return header.match(/"[^"]*"/g) ?? [];
}
