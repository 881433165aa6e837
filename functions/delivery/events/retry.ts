// When an event that was not taken is sent again, and when no more: a schedule as data.

const LONGEST = 86_400;
/** Seconds before each attempt, from the first on; the last of them goes on being the pause. */
export const PAUSES = [0, 5, 30, 120, 600, 3600, 10_800, 21_600, 43_200, LONGEST] as const;
/** Each pause is made that much longer or shorter, so that not all come at once after an outage. */
const JITTER = 0.2;
/** Milliseconds from the first attempt until the event is given up. */
export const GIVEN_UP_AFTER = 72 * 3600 * 1000;

export interface Attempts {
  /** How many were made. */
  readonly made: number;
  /** When the first was made. */
  readonly began: number;
}

export interface Circumstances {
  readonly now: number;
  /** From 0 up to 1, by chance. */
  readonly chance: number;
  /** Seconds that the receiver asked for; it is not waited longer than the longest pause. */
  readonly retryAfter?: number;
  /** Seconds before each attempt, where they are not `PAUSES`. */
  readonly pauses?: readonly number[];
}

/** When to try again; undefined when it is given up. Times are milliseconds since the epoch. */
export function nextAttempt(
  { made, began }: Attempts,
  { now, chance, retryAfter = 0, pauses = PAUSES }: Circumstances,
): number | undefined {
  const pause = (pauses[made] ?? LONGEST) * (1 - JITTER + 2 * JITTER * chance);
  const at = now + Math.round(Math.max(pause, Math.min(retryAfter, LONGEST)) * 1000);
  return at - began > GIVEN_UP_AFTER ? undefined : at;
}
