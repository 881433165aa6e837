// The rule by which one manifest replaces another: preconditions, the diff, the change log. Pure.
import { type Result, ok, refused } from "../kernel/result.ts";
import type { Change, Head } from "./ports.ts";

/** What a client holds the current version to be (RFC 9110 §13.1): digests, "absent", or no precondition given. */
export type Expectation = { readonly digests: readonly string[] } | "absent" | "any" | "none-given";

export interface OfferVersion {
  readonly offer: string;
  readonly digest: string;
  readonly document: string;
}

export interface Proposal {
  readonly expects: Expectation;
  /** IRI of the manifest. */
  readonly manifest: string;
  /** Where it is published, where that is known; its IRI unless stated. */
  readonly address?: string;
  readonly digest: string;
  readonly pages: readonly string[];
  readonly offers: readonly OfferVersion[];
}

export type PublishRefusal =
  | { code: "precondition-required" }
  | { code: "precondition-failed"; current?: string };

export interface Publishing {
  readonly head: Head;
  readonly changes: readonly Change[];
}

/** Whether the caller's expectation holds of the current head. */
export function precondition(expects: Expectation, current: Head | undefined): PublishRefusal | undefined {
  if (expects === "none-given") return { code: "precondition-required" };
  const holds =
    expects === "absent"
      ? !current
      : current && (expects === "any" || expects.digests.includes(current.digest));
  if (holds) return undefined;
  return { code: "precondition-failed", ...(current ? { current: current.digest } : {}) };
}

/**
 * The new head and the changes that lead to it, given the digests that the offers have now.
 * Publishing the graph that is already published changes nothing.
 */
export function publish(
  current: Head | undefined,
  known: ReadonlyMap<string, string>,
  proposal: Proposal,
  now: string,
): Result<Publishing, PublishRefusal> {
  const unmet = precondition(proposal.expects, current);
  if (unmet) return refused(unmet);
  if (current?.digest === proposal.digest) return ok({ head: current, changes: [] });
  const changes = diff(known, proposal.offers, (current?.sequence ?? 0) + 1, now);
  const { digest, manifest, pages } = proposal;
  const sequence = (current?.sequence ?? 0) + changes.length;
  return ok({
    head: { digest, manifest, pages, offers: proposal.offers.length, publishedAt: now, sequence },
    changes,
  });
}

function diff(
  known: ReadonlyMap<string, string>,
  offers: readonly OfferVersion[],
  first: number,
  at: string,
): Change[] {
  const next = new Set(offers.map(({ offer }) => offer));
  const gone = [...known.keys()].filter((offer) => !next.has(offer));
  const written = offers.filter(({ offer, digest }) => known.get(offer) !== digest);
  return [
    ...written.map((version) => ({
      kind: known.has(version.offer) ? ("Update" as const) : ("Create" as const),
      ...version,
      at,
    })),
    ...gone.map((offer) => ({ kind: "Delete" as const, offer, at })),
  ].map((change, index) => ({ sequence: first + index, ...change }));
}
