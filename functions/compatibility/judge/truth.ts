// Logic with three values (Kleene's strong logic): what follows from parts that may be unknown. MPLI-COMP, Three values.

export type Outcome = "satisfied" | "violated" | "unknown";

export const OUTCOMES = ["violated", "unknown", "satisfied"] as const satisfies readonly Outcome[];

/** All of them: one violated is enough for no. Nothing is asked by none of them. */
export function and(outcomes: readonly Outcome[]): Outcome {
  if (outcomes.includes("violated")) return "violated";
  return outcomes.includes("unknown") ? "unknown" : "satisfied";
}

/** One of them: one satisfied is enough for yes. */
export function or(outcomes: readonly Outcome[]): Outcome {
  if (outcomes.includes("satisfied")) return "satisfied";
  return outcomes.includes("unknown") ? "unknown" : "violated";
}

export function not(outcome: Outcome): Outcome {
  if (outcome === "unknown") return "unknown";
  return outcome === "satisfied" ? "violated" : "satisfied";
}

/** At least `count` of them: those satisfied are enough, or even with those unknown there are too few. */
export function atLeast(count: number, outcomes: readonly Outcome[]): Outcome {
  const times = (outcome: Outcome) => outcomes.filter((each) => each === outcome).length;
  if (times("satisfied") >= count) return "satisfied";
  return times("satisfied") + times("unknown") >= count ? "unknown" : "violated";
}
