// One criterion against the terms of a segment: each term is judged once, then each set of terms.
import type { Criterion } from "../demand/demand.ts";
import { keyOf } from "../demand/path.ts";
import {
  type Finding,
  chooseReason,
  evaluate,
  finding,
  foundAmong,
  judgeEvidence,
  judgeValue,
} from "../judge/evaluate.ts";
import type { Reason } from "../judge/reasons.ts";
import type { Surroundings } from "../judge/surroundings.ts";
import { EMPTY_SET } from "../segment/layout.ts";
import { type Segment, at } from "../segment/segment.ts";
import { type Reasons, codeOf } from "./reasons.ts";

const UNJUDGED = 0xff;

export class Judged {
  readonly #criterion: Criterion;
  readonly #segment: Segment;
  readonly #around: Surroundings;
  readonly #bySet: Uint8Array;
  readonly #byTerm: (Reason | undefined)[] = [];
  readonly #findings = new Map<number, Finding>();

  /**
   * `around` is what the segment says beside its offers, with what stands for it. `bySet` has room for a byte a set; one
   * for all criteria of a scan will do.
   */
  constructor(criterion: Criterion, segment: Segment, around: Surroundings, bySet: Uint8Array) {
    this.#criterion = criterion;
    this.#segment = segment;
    this.#around = around;
    this.#bySet = bySet;
  }

  /** The reasons for some offers. */
  reasons(offers: Uint32Array): Reasons {
    const reasons = this.#shared(offers);
    for (const offer of this.#apart()) {
      const candidate = offers.indexOf(offer);
      if (candidate >= 0) reasons[candidate] = codeOf(this.finding(offer).reason);
    }
    return reasons;
  }

  /** Offers that credentials speak of by name: what stands for their values stands for those of no other. */
  #apart(): readonly number[] {
    if (this.#criterion.evidence.party === "asserted") return [];
    return [...this.#around.support.offers].flatMap((iri) => this.#segment.numberOf(iri) ?? []);
  }

  #shared(offers: Uint32Array): Uint8Array {
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
    const { support } = this.#around;
    if (support.offers.size > 0 && support.offers.has(this.#segment.iri(offer))) return this.#alone(offer);
    const set = at(this.#segment.column(keyOf(this.#criterion.path)), offer);
    const known = this.#findings.get(set);
    if (known) return known;
    const judged = Array.from(this.#segment.members(set), (number, index) => ({
      term: this.#segment.values(set)[index] ?? this.#segment.term(number),
      reason: this.#reason(number),
    }));
    const reason = chooseReason(
      this.#criterion,
      judged.map((each) => each.reason),
    );
    const found = finding(this.#criterion, reason, foundAmong(judged));
    this.#findings.set(set, found);
    return found;
  }

  #alone(offer: number): Finding {
    const set = at(this.#segment.column(keyOf(this.#criterion.path)), offer);
    const support = this.#around.support.about(this.#segment.iri(offer));
    return evaluate(this.#criterion, this.#segment.values(set), { ...this.#around, support });
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
    const { bounds, comparison } = this.#criterion;
    const [stated, value] = [this.#segment.term(term), this.#segment.value(term, comparison)];
    const reason = value ? judgeValue(bounds, value, stated, this.#around) : "malformed-value";
    return reason === "met" ? judgeEvidence(this.#criterion, stated, this.#around) : reason;
  }
}
