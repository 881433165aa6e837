// What a month of an order costs, row by row, from what is booked to it.
import type { OrderPort, StoredEvent } from "../ports.ts";
import type { OrderRecord } from "../record.ts";
import { type Charge, type Standing, chargesOf } from "./charges.ts";
import { type BookedCredit, correctionOf, creditsOf, lessened } from "./corrections.ts";
import { type FocusRow, focusRows } from "./focus.ts";
import type { BillingPeriod } from "./period.ts";
import { standingOf } from "./standing.ts";
import type { Correction, Used } from "./usage.ts";

const EVENTS_AT_ONCE = 1_000;

export type Billed = OrderRecord & Required<Pick<OrderRecord, "billing">>;

/** What a month costs at `now`, in milliseconds since the epoch; from its closing on it never changes. */
export async function rowsOf(
  port: OrderPort,
  record: Billed,
  period: BillingPeriod,
  now: number,
): Promise<readonly FocusRow[]> {
  const { rates } = record.billing;
  const usage = [...(await linesOf(port, period.name)).values()];
  const standing = await standingAt(port);
  const booked = (await port.entries("credit", period.name)).map(
    ({ value }) => value as unknown as BookedCredit,
  );
  const charges = [
    ...chargesOf({ rates, usage, standing, period, now }),
    ...(await corrections(port, record, period.name)),
    ...creditsOf(booked, { rates, standing, period: period.name, now }),
  ];
  const closing = await port.entry("closing", period.name);
  const { invoiceNumber } = closing?.value ?? {};
  return focusRows(record, charges, period, typeof invoiceNumber === "string" ? invoiceNumber : null);
}

/** Lines of a month by their ids, less what was taken from them before it was billed. */
async function linesOf(port: OrderPort, month: string): Promise<ReadonlyMap<string, Used>> {
  const less = new Map((await correctionsIn(port, month)).map(({ id, quantity }) => [id, quantity]));
  const lines = (await port.entries("usage", month)).map(({ id, value }) => {
    const line = lessened(value as unknown as Used, less.get(id));
    return line ? ([id, line] as const) : undefined;
  });
  return new Map(lines.filter((line) => line !== undefined));
}

const correctionsIn = async (port: OrderPort, month: string) =>
  (await port.entries("correction", month)).map(({ id, value }) => ({
    id,
    ...(value as unknown as Correction),
  }));

/** What this month takes from lines of months that were billed before it was said. */
async function corrections(port: OrderPort, { billing }: Billed, month: string): Promise<readonly Charge[]> {
  const found = (await correctionsIn(port, month)).filter(({ of }) => of !== month);
  const months = new Map<string, ReadonlyMap<string, Used>>();
  for (const { of } of found) if (!months.has(of)) months.set(of, await linesOf(port, of));
  return found.flatMap(({ id, of, quantity }) => {
    const lines = months.get(of);
    const line = lines?.get(id);
    return lines && line
      ? correctionOf(line, quantity, { rates: billing.rates, usage: [...lines.values()] })
      : [];
  });
}

/** When the service stood, as the order's events tell. */
export async function standingAt(port: OrderPort): Promise<Standing | undefined> {
  const events: StoredEvent[] = [];
  for (let after = 0; ; after = events.at(-1)?.sequence ?? after) {
    const page = await port.events(after, EVENTS_AT_ONCE, 0);
    events.push(...page);
    if (page.length < EVENTS_AT_ONCE) return standingOf(events);
  }
}
