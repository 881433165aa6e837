// The truth tables of the chapter on compatibility, by counting, as a reader of it would.

export type Outcome = "satisfied" | "violated" | "unknown";

const times = (outcomes: readonly Outcome[], wanted: Outcome) =>
  outcomes.filter((outcome) => outcome === wanted).length;

/** "One is violated; none is violated, one is unknown; all are satisfied." */
export function all(outcomes: readonly Outcome[]): Outcome {
  if (times(outcomes, "violated") > 0) return "violated";
  return times(outcomes, "satisfied") === outcomes.length ? "satisfied" : "unknown";
}

/** "One satisfies it; none satisfies it, one is unknown; all violate it." */
export function someOf(outcomes: readonly Outcome[], count = 1): Outcome {
  const [sure, possible] = [times(outcomes, "satisfied"), outcomes.length - times(outcomes, "violated")];
  if (sure >= count) return "satisfied";
  return possible >= count ? "unknown" : "violated";
}

export function opposite(outcome: Outcome): Outcome {
  return ({ satisfied: "violated", violated: "satisfied", unknown: "unknown" } as const)[outcome];
}
