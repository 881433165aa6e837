// What the page of an error code says: kept beside the tables of problems, for the site and the API description only.
import type { Coded } from "../kernel/result.ts";

/** Who can do something about it, and when. */
export const ACTIONS = {
  fix: "Fix the request",
  retry: "Try again later",
  "give-up": "Give up: there is nothing to be had",
  operator: "Ask the operator",
} as const;

export interface Explanation<R extends Coded> {
  readonly means: string;
  readonly cause: string;
  readonly action: keyof typeof ACTIONS;
  /** What `mend` of the problem document has no room for. */
  readonly more?: string;
  /** Each member that the problem document has besides those of every problem. */
  readonly evidence: { readonly [M in Exclude<Keys<R>, "code">]: string };
  /** The evidence of one occurrence. */
  readonly example: Example<R>;
}

/** A code that stands in no table of problems, since no response carries it as its own. */
export interface Untabled {
  readonly title: string;
  readonly mend: string;
}

/** One explanation for each code of a union of refusals, but for those explained elsewhere: none can be forgotten. */
export type Explanations<R extends Coded, Elsewhere extends string = never> = {
  readonly [C in Exclude<R["code"], Elsewhere>]: Explanation<Extract<R, { code: C }>>;
};

type Keys<R> = R extends unknown ? keyof R : never;
type Example<R> = R extends unknown ? Omit<R, "code"> : never;
