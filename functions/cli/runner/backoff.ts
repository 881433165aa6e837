// How long to wait before another try: longer each time, and never as long as everyone else.

const FIRST_MS = 250;
const LONGEST_MS = 30_000;

/** Milliseconds before try number `attempt`, from 1; `chance` is in [0, 1). */
export function pauseMs(attempt: number, chance: number): number {
  const most = Math.min(LONGEST_MS, FIRST_MS * 2 ** (attempt - 1));
  return Math.round(most * (0.5 + chance / 2));
}
