// What is booked to an order besides its events: what was promised, measured, used and billed; each thing once.
import { compareRatios, parseRatio, ratio } from "../kernel/ratio.ts";
import { type Result, ok, refused } from "../kernel/result.ts";
import { type BillingPeriod, periodAt, periodsOf } from "./billing/period.ts";
import type { Correction, UsageFormRefusal, Used } from "./billing/usage.ts";
import { withCondition } from "./lifecycle/conditions.ts";
import { type Credited, creditsFor } from "./levels/credited.ts";
import { type Measured, missed } from "./levels/measured.ts";
import type { OrderView } from "./ports.ts";
import type { OrderRecord } from "./record.ts";
import type { Step } from "./step.ts";

/**
 * A `closing` ends the usage of a period: nothing that comes after it could be in the bill. A `credit` is what a missed
 * objective gives back, and a `correction` takes from the line of usage that has its id.
 */
export type EntryKind =
  | "service-level"
  | "measurement"
  | "credit"
  | "usage"
  | "correction"
  | "closing"
  | "bill";

export interface Entry {
  readonly kind: EntryKind;
  /** Unique among those of its kind. */
  readonly id: string;
  /** Month of UTC that it is booked in, such as 2026-11. */
  readonly period: string;
  /** SHA-256 of what it says, in hexadecimal: the same id stands for the same. */
  readonly digest: string;
  readonly value: Readonly<Record<string, unknown>>;
}

export type EnterRefusal =
  | { code: "no-such-order" }
  | { code: "not-agreed"; state: string }
  | { code: "booked-otherwise"; id: string }
  | { code: "period-billed"; period: string }
  | { code: "too-many-entries"; limit: number }
  | UsageFormRefusal;

/** Enough for six meters that report each hour of a month. */
const MOST_ENTRIES = 5_000;

/** Books all of these entries, or none; those that are known change nothing. */
export function enter(step: Step, entries: readonly Entry[]): Result<OrderView, EnterRefusal> {
  const { record, store } = step;
  if (!record.delivery) return refused({ code: "not-agreed", state: record.agreement.state });
  for (const [index, entry] of entries.entries()) {
    const { kind, id, period, digest } = entry;
    const known =
      step.entries.find((other) => other.kind === kind && other.id === id) ?? store.entry(kind, id);
    if (known && known.digest !== digest) return refused({ code: "booked-otherwise", id: id.slice(0, 200) });
    if (known) continue;
    if (kind === "usage" && store.entry("closing", period)) return refused({ code: "period-billed", period });
    const booked = kind === "correction" ? corrected(step, entry, `/usage/${index}`) : ok(entry);
    if (!booked.ok) return booked;
    step.entries.push(booked.value, ...(kind === "measurement" ? credits(step, entry) : []));
  }
  for (const { kind, period } of step.entries) {
    const fresh = step.entries.filter((other) => other.kind === kind && other.period === period).length;
    if (fresh + store.countEntries(kind, period) > MOST_ENTRIES)
      return refused({ code: "too-many-entries", limit: MOST_ENTRIES });
  }
  for (const entry of step.entries) tell(step, entry);
  if (step.isNews) step.commit();
  else step.write();
  return ok({ record: step.record, operations: store.operations() });
}

/** A correction in its month, of a line that has as much as it takes. */
function corrected(step: Step, entry: Entry, at: string): Result<Entry, UsageFormRefusal> {
  const line = step.store.entry("usage", entry.id);
  const fault = (member: string, problem: string) =>
    refused<UsageFormRefusal>({ code: "malformed-usage", pointer: `${at}/${member}`, problem });
  if (!line) return fault("corrects", "the id of a line that was taken before is needed");
  const [less, has] = [entry.value, line.value].map((value) => (value as unknown as Used).quantity);
  const [taken, most] = [parseRatio(less ?? "") ?? ratio(0n), parseRatio(has ?? "") ?? ratio(0n)];
  if (compareRatios(taken, most) > 0)
    return fault("quantity", `no more than the line has is needed, which is ${has}`);
  const value: Correction = { quantity: String(less), of: line.period };
  return ok({ ...entry, period: openFrom(step, line.period), value: { ...value } });
}

/** What a measurement gives back, in the month in which its window ended. */
function credits(step: Step, { id, digest, value }: Entry): Entry[] {
  const measured = value as unknown as Measured;
  if (measured.met || measured.serviceCredit === undefined) return [];
  const { store, record, setting } = step;
  const since = Math.max(Date.parse(measured.from), Date.parse(record.createdAt));
  // Credits of a window are booked in the month of its end or later; the last of those is the month after this one.
  const months = periodsOf(since, monthAfter(periodAt(setting.now().getTime())).until);
  const before = [...months.flatMap(({ name }) => store.entries("credit", name)), ...step.entries];
  const of = periodAt(Date.parse(measured.until) - 1).name;
  const period = openFrom(step, of);
  return creditsFor(
    measured,
    before.flatMap(({ kind, value: said }) => (kind === "credit" ? (said as unknown as Credited) : [])),
  ).map((credit) => ({
    kind: "credit",
    id: `${id} ${credit.from}`,
    period,
    digest,
    value: { ...credit, of },
  }));
}

const monthAfter = ({ until }: BillingPeriod) => periodAt(until);

/** A month that is not billed: this one, or else the first from now on. */
function openFrom({ store, setting }: Step, period: string): string {
  if (!store.entry("closing", period)) return period;
  let month = periodAt(setting.now().getTime());
  while (store.entry("closing", month.name)) month = monthAfter(month);
  return month.name;
}

function tell(step: Step, { kind, period, value }: Entry): void {
  if (kind === "bill") {
    const { invoiceNumber, usage } = value;
    step.record = { ...step.record, billed: [...(step.record.billed ?? []), period].sort() };
    step.tell([{ kind: "billed", data: { period, invoiceNumber, usage } }]);
  }
  if (kind === "measurement") step.record = measured(step, value as unknown as Measured);
}

/** The latest measurement of each objective says whether it is kept now; every one that misses it is told. */
function measured(step: Step, latest: Measured): OrderRecord {
  const { met, ...said } = latest;
  if (!met) step.tell([{ kind: "breached", data: { ...said } }]);
  const { record, setting } = step;
  const others = (record.measured ?? []).filter(({ objective }) => objective !== latest.objective);
  const before = record.measured?.find(({ objective }) => objective === latest.objective);
  const isLatest = !before || before.until <= latest.until;
  const known = isLatest ? [...others, latest] : (record.measured ?? []);
  step.record = { ...record, measured: known.toSorted((a, b) => (a.objective < b.objective ? -1 : 1)) };
  if (record.delivery) {
    const moved = withCondition(record.delivery, "ObjectiveMissed", missed(known), setting.now());
    step.move({ ...moved, operations: [] });
  }
  return step.record;
}
