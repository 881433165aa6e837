// How a case can end, in the words of EARL 1.0 and one of our own for faults of the kit itself.

export const OUTCOMES = ["passed", "failed", "cantTell", "inapplicable", "untested", "error"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Thrown by an expectation that the target does not meet. */
export class Failed extends Error {
  readonly expected: string;
  readonly came: string;

  constructor(expected: string, came: string) {
    super(`expected ${expected}; came ${came}`);
    this.expected = expected;
    this.came = came;
  }
}

/** Thrown by a case that ends without a verdict: `inapplicable`, `untested` or `cantTell`, and why. */
export class Undecided extends Error {
  readonly outcome: "cantTell" | "inapplicable" | "untested";

  constructor(outcome: Undecided["outcome"], reason: string) {
    super(reason);
    this.outcome = outcome;
  }
}
