// A clock that stands still until a test moves it.

export interface Clock {
  readonly now: () => Date;
  readonly advance: (seconds: number) => void;
}

/** Starts at 1 November 2026, 12:00 UTC. */
export function fixedClock(): Clock {
  let at = Date.UTC(2026, 10, 1, 12);
  return {
    now: () => new Date(at),
    advance: (seconds) => {
      at += seconds * 1000;
    },
  };
}
