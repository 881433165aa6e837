// Billing periods, and what one of each comes to in a month.
import { mpli } from "../../kernel/generated/vocabulary.ts";
import { type Ratio, divide, multiply, ratio } from "../../kernel/ratio.ts";

/** Hours in a month when a demand does not say: 8,760 / 12. */
export const HOURS_PER_MONTH = ratio(730n);

type TimesAMonth = (hoursPerMonth: Ratio) => Ratio;

/** How many times a month an amount of each period falls due, given the hours that the service runs in a month. */
const TIMES_A_MONTH = {
  minute: (hours) => multiply(hours, ratio(60n)),
  hour: (hours) => hours,
  day: (hours) => multiply(hours, ratio(1n, 24n)),
  month: () => ratio(1n),
  year: () => ratio(1n, 12n),
} as const satisfies Record<string, TimesAMonth>;

export type Period = keyof typeof TIMES_A_MONTH;

export const PERIODS = Object.keys(TIMES_A_MONTH) as Period[];

const BY_IRI: ReadonlyMap<string, Period> = new Map(PERIODS.map((period) => [mpli[period].value, period]));

/** The period that an IRI names; undefined for `once`, `unit` and anything else that a month does not bound. */
export function periodOf(iri: string): Period | undefined {
  return BY_IRI.get(iri);
}

/** How many times a month an amount for a period falls due. */
export function timesAMonth(period: Period, hoursPerMonth: Ratio): Ratio {
  return TIMES_A_MONTH[period](hoursPerMonth);
}

/** What a monthly amount comes to in one period. */
export function perPeriod(amount: Ratio, period: Period, hoursPerMonth: Ratio): Ratio {
  return divide(amount, timesAMonth(period, hoursPerMonth));
}
