// What is kept of the offers judged for one component: counts, why offers fall short, and the best ones in order.
import type { Component } from "../demand/demand.ts";
import type { Verdict } from "../judge/judge.ts";
import { type Candidate, compareCandidates } from "./rank.ts";
import type { Reason } from "../judge/reasons.ts";

export class Tally {
  readonly component: Component;
  readonly counts: Record<Verdict, number> = { compatible: 0, undetermined: 0, incompatible: 0 };
  /** For each must, in their order: how often each reason kept an offer from being compatible. */
  readonly shortfalls: readonly Map<Reason, number>[];
  readonly withdrawn = new Map<Reason, number>();
  readonly unadmitted = new Map<Reason, number>();
  readonly #limit: number;
  #kept: Candidate[] = [];

  constructor(component: Component, limit: number) {
    this.component = component;
    this.#limit = limit;
    this.shortfalls = component.must.map(() => new Map());
  }

  add(candidate: Candidate): void {
    const { judgement } = candidate;
    this.counts[judgement.verdict] += 1;
    if (judgement.verdict !== "compatible") this.#countReasons(candidate);
    this.#kept.push(candidate);
    if (this.#kept.length >= 2 * this.#limit + 64) this.#kept = this.best();
  }

  /** The first candidates in the order of the report. */
  best(): Candidate[] {
    return this.#kept.toSorted(compareCandidates).slice(0, this.#limit);
  }

  #countReasons({ judgement }: Candidate): void {
    for (const [index, counter] of this.shortfalls.entries()) {
      const finding = judgement.findings[index];
      if (finding && finding.outcome !== "satisfied") increment(counter, finding.reason);
    }
    if (judgement.isWithdrawn) increment(this.withdrawn, "withdrawn");
    if (judgement.prerequisites.some(({ isMet }) => !isMet))
      increment(this.unadmitted, "prerequisite-not-presented");
  }
}

function increment(counter: Map<Reason, number>, reason: Reason): void {
  counter.set(reason, (counter.get(reason) ?? 0) + 1);
}
