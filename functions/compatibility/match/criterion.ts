// One criterion against the terms of a segment: each term is judged once, then each set of terms.
import type { Criterion } from "../demand/demand.ts";
import { keyOf } from "../demand/path.ts";
import { type Finding, chooseReason, finding, judgeValue } from "../judge/evaluate.ts";
import type { Reason } from "../judge/reasons.ts";
import { EMPTY_SET } from "../segment/layout.ts";
import { type Segment, at } from "../segment/segment.ts";
import { type Reasons, codeOf } from "./reasons.ts";

const UNJUDGED = 0xff;

export class Judged {
  readonly #criterion: Criterion;
  readonly #segment: Segment;
  readonly #bySet: Uint8Array;
  readonly #byTerm: (Reason | undefined)[] = [];
  readonly #findings = new Map<number, Finding>();

  /** `bySet` has room for a byte a set; one for all criteria of a scan will do. */
  constructor(criterion: Criterion, segment: Segment, bySet: Uint8Array) {
    this.#criterion = criterion;
    this.#segment = segment;
    this.#bySet = bySet;
  }

  /** The reasons for some offers. */
  reasons(offers: Uint32Array): Reasons {
    const column = this.#segment.column(keyOf(this.#criterion.path));
    const reasons = new Uint8Array(offers.length);
    if (typeof column === "number") return reasons.fill(this.#judge(column));
    const bySet = this.#bySet.fill(UNJUDGED);
    for (let candidate = 0; candidate < offers.length; candidate++) {
      const set = column[offers[candidate] ?? 0] ?? EMPTY_SET;
      let reason = bySet[set] ?? UNJUDGED;
      if (reason === UNJUDGED) {
        reason = this.#judge(set);
        bySet[set] = reason;
      }
      reasons[candidate] = reason;
    }
    return reasons;
  }

  /** What `evaluate` finds for an offer. */
  finding(offer: number): Finding {
    const set = at(this.#segment.column(keyOf(this.#criterion.path)), offer);
    const known = this.#findings.get(set);
    if (known) return known;
    const stated = this.#segment.values(set);
    const reasons = Array.from(this.#segment.members(set), (term) => this.#reason(term));
    const fitting = stated.filter((_, index) => reasons[index] === "met");
    const reason = chooseReason(this.#criterion, reasons);
    const found = finding(this.#criterion, reason, fitting.length > 0 ? fitting : stated);
    this.#findings.set(set, found);
    return found;
  }

  #judge(set: number): number {
    const size = this.#segment.sizeOf(set);
    const isCounted = this.#criterion.atLeastCount > 1;
    const reasons: Reason[] = [];
    for (let index = 0; index < size; index++) {
      const reason = this.#reason(this.#segment.member(set, index));
      // Where one value is enough it does not matter how often a reason occurs.
      if (isCounted || !reasons.includes(reason)) reasons.push(reason);
    }
    return codeOf(chooseReason(this.#criterion, reasons));
  }

  #reason(term: number): Reason {
    return (this.#byTerm[term] ??= this.#judgeTerm(term));
  }

  /** As `judgeTerm` of the rules, with a value that the segment has read before. */
  #judgeTerm(term: number): Reason {
    const { bounds, comparison, evidence } = this.#criterion;
    const { around } = this.#segment;
    const value = this.#segment.value(term, comparison);
    const reason = value ? judgeValue(bounds, value, this.#segment.term(term), around) : "malformed-value";
    return reason === "met" && evidence.party !== "asserted" ? "evidence-not-checked" : reason;
  }
}
