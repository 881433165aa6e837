// The order of candidates is total: whatever order they come in, they leave in one.
import { expect, it } from "vitest";
import { type Verdict, VERDICTS } from "../../functions/compatibility/judge/judge.ts";
import type { Price } from "../../functions/compatibility/judge/price.ts";
import { type Candidate, compareCandidates } from "../../functions/compatibility/match/rank.ts";
import { ratio } from "../../functions/kernel/ratio.ts";

const prices: Price[] = [
  { known: true, monthly: ratio(1n, 3n), currency: "EUR", leftOut: [] },
  { known: true, monthly: ratio(2n), currency: "EUR", leftOut: [] },
  { known: false, reason: "not-stated", leftOut: [] },
];

function candidate(
  verdict: Verdict,
  score: bigint,
  price: Price,
  provider: string,
  offer: string,
): Candidate {
  return {
    judgement: {
      offer: { iri: offer, classes: [], stated: new Map(), prices: [], prerequisites: [] },
      verdict,
      isWithdrawn: false,
      findings: [],
      prerequisites: [],
      score: ratio(score, 2n),
      price,
    },
    source: { provider, manifest: "m", stale: false, head: { digest: "m" }, documents: [] },
  };
}

/** Already in the order that the specification asks for; upper case comes before lower case by code unit. */
const ordered = VERDICTS.flatMap((verdict) =>
  [2n, 1n, 0n].flatMap((score) =>
    prices.flatMap((price) =>
      ["did:web:B", "did:web:a", "did:web:ä"].flatMap((provider) =>
        ["/Z", "/a", "/ä"].map((offer) => candidate(verdict, score, price, provider, offer)),
      ),
    ),
  ),
);

it("orders by verdict, score, price, provider and offer", () => {
  for (let index = 1; index < ordered.length; index++) {
    const [before, after] = [ordered[index - 1], ordered[index]];
    if (!before || !after) throw new Error("missing");
    expect(compareCandidates(before, after)).toBeLessThan(0);
    expect(compareCandidates(after, before)).toBeGreaterThan(0);
  }
});

it("gives the same order from any shuffle", () => {
  for (const step of [7, 31, 101]) {
    const shuffled = ordered.map((_, index) => ordered[(index * step) % ordered.length] as Candidate);
    expect(new Set(shuffled).size).toBe(ordered.length);
    expect(shuffled.sort(compareCandidates)).toEqual(ordered);
  }
});
