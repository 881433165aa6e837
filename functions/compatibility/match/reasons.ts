// Reasons and their outcomes as small numbers, for arrays of them.
import { REASON_CODES, type Reason, outcomeOf } from "../judge/reasons.ts";
import { OUTCOMES } from "../judge/truth.ts";

/** By candidate, an index into REASON_CODES. */
export type Reasons = Uint8Array;

const CODE_OF = new Map(REASON_CODES.map((reason, code) => [reason, code]));

/** By code of a reason, the index of its outcome in OUTCOMES: violated, unknown, satisfied. */
export const OUTCOME_OF = Uint8Array.from(REASON_CODES, (reason) => OUTCOMES.indexOf(outcomeOf(reason)));

export const SATISFIED = OUTCOMES.indexOf("satisfied");

export const codeOf = (reason: Reason): number => CODE_OF.get(reason) ?? 0;
export const isSatisfied = (code: number): boolean => OUTCOME_OF[code] === SATISFIED;
