// What verification found out: a record of every check, never a bare yes or no (MPLI-TRUST).
import { CHECKS, type Check, FAULTS, type Fault, NOT_CHECKED, type NotChecked } from "./faults.ts";

export interface CheckReport {
  readonly check: Check;
  readonly outcome: "passed" | "failed" | "unknown" | "not-checked";
  readonly code?: Fault["code"];
  readonly message?: string;
  /** What gave it away. */
  readonly detail?: string;
}

/** `valid`: every check passed; `invalid`: one failed; `indeterminate`: none failed, and not all passed. */
export type Verdict = "valid" | "invalid" | "indeterminate";

/** Collects the outcome of checks; what was never looked at is reported as that. */
export class Findings {
  readonly #reports = new Map<Check, CheckReport>();
  readonly #skipped = new Set<NotChecked>();

  passed(check: Check): void {
    this.#reports.set(check, { check, outcome: "passed" });
  }

  found({ code, detail }: Fault): void {
    const { check, outcome, says: message } = FAULTS[code];
    this.#reports.set(check, { check, outcome, code, message, ...(detail === undefined ? {} : { detail }) });
  }

  /** Something besides the checks was not looked at, though the credential would have it. */
  skipped(what: NotChecked): void {
    this.#skipped.add(what);
  }

  get notChecked(): readonly NotChecked[] {
    return NOT_CHECKED.filter((what) => this.#skipped.has(what));
  }

  /** In the order of the table of checks. */
  get checks(): readonly CheckReport[] {
    return CHECKS.map((check) => this.#reports.get(check) ?? { check, outcome: "not-checked" });
  }

  get verdict(): Verdict {
    const outcomes = this.checks.map(({ outcome }) => outcome);
    if (outcomes.includes("failed")) return "invalid";
    return outcomes.every((outcome) => outcome === "passed") ? "valid" : "indeterminate";
  }
}
