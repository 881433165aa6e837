// A month of UTC, which usage is booked in and bills are for.

export interface BillingPeriod {
  /** Such as 2026-11. */
  readonly name: string;
  /** Milliseconds since the epoch: from its beginning, up to but not including its end. */
  readonly from: number;
  readonly until: number;
}

/** Reads the name of a month, such as 2026-11; undefined for anything else. */
export function readPeriod(name: string | undefined): BillingPeriod | undefined {
  const [, year, month] = /^(20\d\d)-(0[1-9]|1[0-2])$/.exec(name ?? "") ?? [];
  return year === undefined ? undefined : periodAt(Date.UTC(Number(year), Number(month) - 1));
}

/** The month of a time in milliseconds since the epoch. */
export function periodAt(time: number): BillingPeriod {
  const day = new Date(time);
  const begin = (next: number) => Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + next);
  return { name: day.toISOString().slice(0, 7), from: begin(0), until: begin(1) };
}

/** The months that a time touches, from its beginning up to but not including its end. */
export function periodsOf(from: number, until: number): readonly BillingPeriod[] {
  const periods: BillingPeriod[] = [];
  for (let period = periodAt(from); period.from < until; period = periodAt(period.until))
    periods.push(period);
  return periods;
}
