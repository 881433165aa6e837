// Rules of FOCUS 1.2 that hold of every row, over generated orders and months; and no time is charged twice.
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Charge, type Standing, chargesOf } from "../../../functions/delivery/billing/charges.ts";
import {
  type BookedCredit,
  correctionOf,
  creditsOf,
} from "../../../functions/delivery/billing/corrections.ts";
import {
  FOCUS_COLUMNS,
  type FocusRow,
  focusRows,
  totalOf,
} from "../../../functions/delivery/billing/focus.ts";
import { type BillingPeriod, periodAt, periodsOf } from "../../../functions/delivery/billing/period.ts";
import type { Rate } from "../../../functions/delivery/billing/rates.ts";
import type { Used } from "../../../functions/delivery/billing/usage.ts";
import {
  type Ratio,
  add,
  compareRatios,
  multiply,
  parseRatio,
  ratio,
  subtract,
} from "../../../functions/kernel/ratio.ts";
import { mpli } from "../../../functions/kernel/generated/vocabulary.ts";
import { orderRecord } from "../../support/orders.ts";

const SEED = { seed: 20261123, numRuns: 300 };
const BEGIN = Date.UTC(2027, 0);
/** Five years from there, of which 2028 is a leap year. */
const YEARS_MS = Date.UTC(2032, 0) - BEGIN;

const exact = (decimal: string | null): Ratio => {
  const read = parseRatio(decimal ?? "");
  if (!read) throw new Error(`no number: ${decimal}`);
  return read;
};
const sum = (amounts: readonly Ratio[]) => amounts.reduce(add, ratio(0n));
/** Whether two numbers are one, but for what rounding to six places takes from so many of them. */
const isNear = (a: Ratio, b: Ratio, roundings = 1n) => {
  const gap = subtract(a, b);
  return (
    compareRatios(
      { ...gap, numerator: gap.numerator < 0n ? -gap.numerator : gap.numerator },
      ratio(roundings, 2_000_000n),
    ) <= 0
  );
};

const amount = fc.integer({ min: 0, max: 1_000_000 }).map((millionths) => (millionths / 10_000).toFixed(4));
const instant = fc.integer({ min: 0, max: YEARS_MS }).map((after) => BEGIN + after);
const PERIODS = ["minute", "hour", "day", "month", "year"] as const;
const timeRate = fc.record({ amount, per: fc.constantFrom(...PERIODS, "once" as const) });
const TIERS: readonly Rate[] = [
  { amount: "0.1", per: "unit", unit: "GBy", tier: { from: "0", to: "10" } },
  { amount: "0.05", per: "unit", unit: "GBy", tier: { from: "10", to: "100" } },
  { amount: "0.03", per: "unit", unit: "GBy", tier: { from: "100" } },
];
const REQUESTS: Rate = { amount: "0.4", per: "unit", unit: "10000 {request}" };

interface Drawn {
  readonly rates: readonly Rate[];
  readonly usage: readonly Used[];
  readonly standing: Standing;
  readonly credits: readonly BookedCredit[];
  readonly less: readonly number[];
  readonly period: BillingPeriod;
}

const usedIn = ({ from, until }: BillingPeriod) =>
  fc
    .record({
      quantity: fc.integer({ min: 1, max: 100_000 }),
      unit: fc.constantFrom("GBy", "MBy", "GiBy", "{request}", "{widget}"),
      at: fc.integer({ min: 0, max: 26 }),
    })
    .map(({ quantity, unit, at }) => ({
      meter: `Meter of ${unit}`,
      quantity: (quantity / 1000).toFixed(3),
      unit,
      from: new Date(from + at * 86_400_000).toISOString(),
      until: new Date(Math.min(until, from + (at + 1) * 86_400_000)).toISOString(),
    }));

const creditIn = ({ from, until, name }: BillingPeriod) =>
  fc
    .record({
      share: fc.integer({ min: 1, max: 100 }),
      before: fc.integer({ min: 0, max: 60 }),
      of: fc.boolean(),
    })
    .map(
      ({ share, before, of }): BookedCredit => ({
        objective: "availability",
        promised: "atLeast 99 %",
        value: "98 %",
        share: (share / 100).toFixed(2),
        from: new Date(from - before * 86_400_000).toISOString(),
        until: new Date(until).toISOString(),
        of: of ? name : periodAt(from - 1).name,
      }),
    );

const drawn: fc.Arbitrary<Drawn> = instant.chain((start) =>
  instant.chain((at) => {
    const period = periodAt(at);
    return fc.record({
      rates: fc.array(timeRate, { maxLength: 4 }).map((rates) => [...rates, ...TIERS, REQUESTS]),
      usage: fc.array(usedIn(period), { maxLength: 8 }),
      standing: fc
        .option(fc.integer({ min: 0, max: YEARS_MS }))
        .map((lasts) => (lasts === null ? { from: start } : { from: start, until: start + lasts })),
      credits: fc.array(creditIn(period), { maxLength: 3 }),
      less: fc.array(fc.integer({ min: 1, max: 10 }), { minLength: 8, maxLength: 8 }),
      period: fc.constant(period),
    });
  }),
);

function rowsOf({ rates, usage, standing, credits, less, period }: Drawn): readonly FocusRow[] {
  const now = period.until;
  const corrected = usage.flatMap((line, index) => {
    const part = ((Number(line.quantity) * (less[index] ?? 1)) / 10).toFixed(4);
    return index % 2 === 0 ? correctionOf(line, part, { rates, usage }) : [];
  });
  const charges = [
    ...chargesOf({ rates, usage, standing, period, now }),
    ...corrected,
    ...creditsOf(credits, { rates, standing, period: period.name, now }),
  ];
  const billing = { currency: "EUR", rates, service: "Volume S", classes: [] };
  return focusRows({ ...orderRecord(), billing }, charges, period, null);
}

it("a month that missed its objective gives back what the example of the text shows", () => {
  const shown = JSON.parse(readFileSync("spec/examples/credit-file.json", "utf8")) as { rows: FocusRow[] };
  const period = periodAt(Date.UTC(2026, 10));
  const rates: readonly Rate[] = [{ amount: "30.00", per: "month" }];
  const credit: BookedCredit = {
    objective: "availability",
    promised: "atLeast 99.95 %",
    value: "99.5 %",
    share: "0.1",
    from: "2026-11-01T00:00:00.000Z",
    until: "2026-12-01T00:00:00.000Z",
    of: "2026-11",
  };
  const record = orderRecord({
    id: "0b7d0c3e-5f0a-4c7e-9d53-0c8f6a1b2c3d",
    origin: "https://cloud.example",
    provider: "did:web:cloud.example",
    customer: String(shown.rows[0]?.BillingAccountId),
  });
  const billing = { currency: "EUR", rates, service: "PostgreSQL M", classes: [mpli.Database.value] };
  const credits = creditsOf([credit], { rates, standing: { from: 0 }, period: "2026-11", now: period.until });
  expect(focusRows({ ...record, billing }, credits, period, null)).toEqual(shown.rows);
});

const every = (holds: (row: FocusRow, all: Drawn) => void) => () =>
  fc.assert(
    fc.property(drawn, (all) => {
      for (const row of rowsOf(all)) holds(row, all);
    }),
    SEED,
  );

describe("each row of FOCUS 1.2", () => {
  const NEVER_NULL = [
    "BilledCost",
    "BillingAccountId",
    "BillingCurrency",
    "BillingPeriodEnd",
    "BillingPeriodStart",
    "ChargeCategory",
    "ChargeFrequency",
    "ChargePeriodEnd",
    "ChargePeriodStart",
    "ContractedCost",
    "EffectiveCost",
    "InvoiceIssuerName",
    "ListCost",
    "ProviderName",
    "PublisherName",
    "ServiceCategory",
    "ServiceName",
  ] as const;

  it(
    "has every column, and something in those that are never null",
    every((row) => {
      expect(Object.keys(row).sort()).toEqual([...FOCUS_COLUMNS]);
      for (const column of NEVER_NULL) expect(row[column], column).not.toBeNull();
    }),
  );

  it(
    "has values that are allowed, and numbers without an exponent",
    every((row) => {
      expect(["Usage", "Purchase", "Credit"]).toContain(row.ChargeCategory);
      expect(["One-Time", "Recurring", "Usage-Based"]).toContain(row.ChargeFrequency);
      expect([null, "Correction"]).toContain(row.ChargeClass);
      if (row.ChargeCategory === "Purchase") expect(row.ChargeFrequency).not.toBe("Usage-Based");
      for (const column of FOCUS_COLUMNS)
        if (/(Cost|Quantity|UnitPrice)$/.test(column) && row[column] !== null)
          expect(row[column], column).toMatch(/^-?\d+(\.\d+)?$/);
    }),
  );

  it(
    "has a quantity and a price where something was used or bought",
    every((row) => {
      if (row.ChargeCategory === "Credit" || row.ChargeClass === "Correction") return;
      for (const column of [
        "PricingQuantity",
        "PricingUnit",
        "ListUnitPrice",
        "ContractedUnitPrice",
        "SkuId",
      ] as const)
        expect(row[column], column).not.toBeNull();
      const cost = multiply(exact(row.PricingQuantity), exact(row.ListUnitPrice));
      // A part of a period without an exact decimal is rounded too, and its price is up to 100.
      expect(isNear(cost, exact(row.ListCost), 101n)).toBe(true);
    }),
  );

  it(
    "has what was consumed where it is usage, and nowhere else, with its unit",
    every((row) => {
      expect(row.ConsumedQuantity === null).toBe(row.ChargeCategory !== "Usage");
      expect(row.ConsumedUnit === null).toBe(row.ConsumedQuantity === null);
      if (row.ConsumedQuantity !== null && row.ChargeClass === null)
        expect(exact(row.ConsumedQuantity).numerator).toBeGreaterThan(0n);
      if (row.SkuId === null) expect(row.SkuMeter).toBeNull();
    }),
  );

  it(
    "has costs that are all one, below zero where something is given back and only there",
    every((row) => {
      for (const column of ["ListCost", "ContractedCost", "EffectiveCost"] as const)
        expect(row[column]).toBe(row.BilledCost);
      const isGivenBack = row.ChargeCategory === "Credit" || row.ChargeClass === "Correction";
      expect(exact(row.BilledCost).numerator * (isGivenBack ? -1n : 1n)).toBeGreaterThanOrEqual(0n);
      for (const column of ["ListUnitPrice", "ContractedUnitPrice"] as const)
        if (row[column] !== null) expect(exact(row[column]).numerator).toBeGreaterThanOrEqual(0n);
    }),
  );

  it(
    "is of a time that ends after it begins, within the month but for what is given back",
    every((row, { period }) => {
      const times = [
        row.ChargePeriodStart,
        row.ChargePeriodEnd,
        row.BillingPeriodStart,
        row.BillingPeriodEnd,
      ];
      const [start = 0, end = 0, from = 0, until = 0] = times.map((time) => Date.parse(time ?? ""));
      expect([from, until]).toEqual([period.from, period.until]);
      if (row.ChargeFrequency !== "One-Time") expect(end).toBeGreaterThan(start);
      if (row.ChargeCategory !== "Credit") expect(start).toBeGreaterThanOrEqual(from);
      expect(end).toBeLessThanOrEqual(until);
    }),
  );

  it(
    "is a credit, at once and without a price, or nothing of the kind",
    every((row) => {
      const isCredit = row.ChargeCategory === "Credit";
      const PRICED = [
        "PricingQuantity",
        "PricingUnit",
        "ListUnitPrice",
        "ContractedUnitPrice",
        "SkuId",
      ] as const;
      for (const column of PRICED) expect(row[column] === null, column).toBe(isCredit);
      if (isCredit) expect(row.ChargeFrequency).toBe("One-Time");
    }),
  );
});

describe("over consecutive months", () => {
  const monthly = (rates: readonly Rate[], standing: Required<Standing>): readonly (readonly Charge[])[] =>
    periodsOf(standing.from, standing.until).map((period) =>
      chargesOf({ rates, usage: [], standing, period, now: standing.until + YEARS_MS }),
    );
  const span = fc
    .tuple(instant, fc.integer({ min: 1, max: YEARS_MS / 2 }))
    .map(([from, lasts]) => ({ from, until: from + lasts }));

  it("a price per minute, hour or day costs exactly what the whole time costs", () => {
    const LENGTHS = { minute: 60_000n, hour: 3_600_000n, day: 86_400_000n } as const;
    const per = fc.constantFrom("minute" as const, "hour" as const, "day" as const);
    fc.assert(
      fc.property(span, per, amount, (standing, unit, price) => {
        const charges = monthly([{ amount: price, per: unit }], standing).flat();
        const whole = multiply(ratio(BigInt(standing.until - standing.from), LENGTHS[unit]), exact(price));
        expect(sum(charges.map(({ cost }) => cost))).toEqual(whole);
      }),
      SEED,
    );
  });

  it("each charge begins where the one before it ends, and the first and last are those of the service", () => {
    fc.assert(
      fc.property(span, (standing) => {
        const charges = monthly([{ amount: "1", per: "hour" }], standing).flat();
        expect(charges[0]?.from).toBe(standing.from);
        expect(charges.at(-1)?.until).toBe(standing.until);
        for (const [index, { from }] of charges.slice(1).entries()) expect(from).toBe(charges[index]?.until);
      }),
      SEED,
    );
  });

  it("a price per month costs itself in each whole month, and what is paid once is paid once", () => {
    fc.assert(
      fc.property(span, amount, (standing, price) => {
        const rates: readonly Rate[] = [
          { amount: price, per: "month" },
          { amount: "25", per: "once" },
        ];
        const months = monthly(rates, standing);
        for (const charges of months.slice(1, -1))
          expect(charges.map(({ cost }) => cost)).toEqual([exact(price)]);
        expect(months.flat().filter(({ per }) => per === "once")).toHaveLength(1);
      }),
      SEED,
    );
  });

  it("credits of the whole time, month by month, are that share of what it costs", () => {
    fc.assert(
      fc.property(span, fc.array(timeRate, { maxLength: 4 }), (standing, drawnRates) => {
        const rates = drawnRates.filter(({ per }) => per !== "once");
        const credits = periodsOf(standing.from, standing.until).flatMap((period) => {
          const credit = {
            objective: "availability",
            promised: "",
            value: "",
            share: "0.25",
            from: new Date(period.from).toISOString(),
            until: new Date(period.until).toISOString(),
            of: period.name,
          };
          return creditsOf([credit], { rates, standing, period: period.name, now: Number.MAX_SAFE_INTEGER });
        });
        const paid = sum(
          monthly(rates, standing)
            .flat()
            .map(({ cost }) => cost),
        );
        expect(sum(credits.map(({ cost }) => cost))).toEqual(multiply(ratio(-1n, 4n), paid));
      }),
      SEED,
    );
  });
});

it("the total is the sum of the rows, and tiers part what was consumed without counting it twice", () => {
  fc.assert(
    fc.property(drawn, (all) => {
      const rows = rowsOf({ ...all, credits: [], less: [] });
      expect(totalOf(rows)).toEqual(sum(rows.map(({ BilledCost }) => exact(BilledCost))));
      const consumed = rows.filter(({ SkuMeter, ChargeClass }) => SkuMeter !== null && ChargeClass === null);
      for (const unit of new Set(all.usage.map((line) => line.unit))) {
        const [said, charged] = [
          all.usage.filter((line) => line.unit === unit).map(({ quantity }) => exact(quantity)),
          consumed
            .filter((row) => row.ConsumedUnit === unit)
            .map(({ ConsumedQuantity }) => exact(ConsumedQuantity)),
        ].map(sum);
        expect(said && charged && isNear(said, charged, 100n)).toBe(true);
      }
    }),
    SEED,
  );
});
