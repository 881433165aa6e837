// Refusals on the wire: RFC 9457 problem documents, each with a stable code and a way to mend it.
import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Coded } from "../kernel/result.ts";

export interface ProblemRow {
  readonly status: ContentfulStatusCode;
  /** What happened, in a few words; the same for every occurrence (RFC 9457 §3.1.4). */
  readonly title: string;
  /** What the caller can do about it. */
  readonly mend: string;
}

/** One row for every code of a union of refusals: a code without a row does not compile. */
export type ProblemTable<R extends Coded> = Readonly<Record<R["code"], ProblemRow>>;

const PAGES = "https://w3id.org/mpli/errors/";

const HEADERS = {
  "Content-Type": "application/problem+json",
  "Cache-Control": "no-store",
  // A page of another origin must be able to read why it was refused.
  "Access-Control-Allow-Origin": "*",
};

/** The members of a problem document; the refusal's evidence becomes extension members. */
export function problemDocument<R extends Coded>(refusal: R, table: ProblemTable<R>) {
  const { status, title, mend } = table[refusal.code as R["code"]];
  const { code, ...evidence } = refusal;
  return { type: PAGES + code, title, status, code, ...evidence, mend };
}

/** Turns a refusal into the answer of a handler. */
export function problem<R extends Coded>(
  c: Context,
  refusal: R,
  table: ProblemTable<R>,
  headers: Record<string, string> = {},
): Response {
  const document = problemDocument(refusal, table);
  return c.body(JSON.stringify(document, null, 2), document.status, { ...HEADERS, ...headers });
}

/** The same where there is no handler. */
export function problemResponse<R extends Coded>(refusal: R, table: ProblemTable<R>): Response {
  const document = problemDocument(refusal, table);
  return new Response(JSON.stringify(document, null, 2), { status: document.status, headers: HEADERS });
}
