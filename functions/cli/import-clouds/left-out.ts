// Facts of a row that do not reach the manifest, counted by reason: what is lost must be seen.

/** Why a fact is left out. */
export const REASONS = {
  "no-term": "the vocabulary has no term for it",
  "unknown-word": "the word is not one that the vocabulary knows",
  contradictory: "the sources contradict each other",
  implausible: "the figure cannot be right",
  malformed: "it is not of the kind that its column holds",
  unresolved: "it refers to a row that is not there",
  "not-orderable": "it cannot be ordered, or no longer",
} as const;

export type Reason = keyof typeof REASONS;

/** Told of every fact that is left out: the column, and why. */
export type LeaveOut = (reason: Reason, fact: string) => void;

export interface LeftOut {
  readonly reason: Reason;
  /** Column of the row. */
  readonly fact: string;
  readonly times: number;
}

/** A counter of what is left out. */
export function leftOutCounter(): { readonly leaveOut: LeaveOut; readonly counted: () => LeftOut[] } {
  const counts = new Map<string, LeftOut>();
  return {
    leaveOut(reason, fact) {
      const key = `${reason} ${fact}`;
      counts.set(key, { reason, fact, times: (counts.get(key)?.times ?? 0) + 1 });
    },
    counted: () => [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each),
  };
}
