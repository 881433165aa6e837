// What came of the checks of a presentation itself.
import { CHECKS, type Check, FAULTS, type Fault, type FaultCode } from "./faults.ts";

export interface PresentationCheck {
  readonly check: Check;
  /** `not-asked`: whoever asked for the verification did not ask for this. */
  readonly outcome: "passed" | "failed" | "unknown" | "not-checked" | "not-asked";
  readonly code?: FaultCode;
  readonly message?: string;
  /** What gave it away. */
  readonly detail?: string;
}

/** Checks that were never looked at. */
export const NOTHING_CHECKED: readonly PresentationCheck[] = CHECKS.map((check) => ({
  check,
  outcome: "not-checked",
}));

/** The same checks, with what came of some of them. */
export function withOutcome(
  checks: readonly PresentationCheck[],
  outcome: "passed" | "not-asked",
  ...names: readonly Check[]
): readonly PresentationCheck[] {
  return checks.map((one) => (names.includes(one.check) ? { check: one.check, outcome } : one));
}

/** The same checks, with a fault. */
export function withFault(
  checks: readonly PresentationCheck[],
  { code, detail }: Fault,
): readonly PresentationCheck[] {
  const { check, outcome, says: message } = FAULTS[code];
  const report = { check, outcome, code, message, ...(detail === undefined ? {} : { detail }) };
  return checks.map((one) => (one.check === check ? report : one));
}

/** Whether the presentation stands as one of its holder, for this occasion; whose its credentials are is another matter. */
export const stands = (checks: readonly PresentationCheck[]): boolean =>
  checks.every(({ check, outcome }) => check === "holder" || outcome === "passed" || outcome === "not-asked");
