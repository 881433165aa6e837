// A bill: its totals, the file it binds, and what is no bill.
import { describe, expect, it } from "vitest";
import { billClaims, readBill } from "../../../functions/delivery/billing/bill.ts";
import { type FocusRow, csvOf, focusRows } from "../../../functions/delivery/billing/focus.ts";
import { readPeriod } from "../../../functions/delivery/billing/period.ts";
import { parseRatio, ratio } from "../../../functions/kernel/ratio.ts";
import { orderRecord } from "../../support/orders.ts";

const period = readPeriod("2026-11") ?? { name: "", from: 0, until: 0 };
const billing = { currency: "EUR", rates: [], service: 'Volume "S", small', classes: [] };
const record = { ...orderRecord(), billing };
const INVOICE = {
  invoiceNumber: "2026-1",
  issueDate: "2026-12-01",
  totalVat: "0.21",
  document: {
    id: "https://p.example/1.xml",
    digestSRI: "sha256-8FIPnUcD1ahxGDsnXUgd49Qs32HzE+dGWVVq4F6yMPk=",
  },
};

const rows = (...costs: readonly string[]): readonly FocusRow[] =>
  focusRows(
    record,
    costs.map((cost) => ({
      per: "month",
      from: period.from,
      until: period.until,
      quantity: ratio(1n),
      unit: "month",
      unitPrice: cost,
      cost: parseRatio(cost) ?? ratio(0n),
    })),
    period,
    "2026-1",
  );

function invoiceOf(found: readonly FocusRow[]): Record<string, unknown> {
  const claims = billClaims(record, INVOICE, found, period);
  return (claims["credentialSubject"] as { invoice: Record<string, unknown> }).invoice;
}

describe("a bill", () => {
  it.each([
    [["4"], "4.00", "4.21"],
    [["0.1", "0.2"], "0.30", "0.51"],
    [["0.005"], "0.01", "0.22"],
    [["0.004", "0.0009"], "0.00", "0.21"],
    [[], "0.00", "0.21"],
    [["4", "-5.005"], "-1.01", "-0.80"],
    [["-0.004"], "0.00", "0.21"],
  ])("of %j comes to %s, and with VAT to %s", (costs, totalWithoutVat, totalWithVat) => {
    expect(invoiceOf(rows(...costs))).toMatchObject({
      totalWithoutVat,
      totalWithVat,
      amountDue: totalWithVat,
    });
  });

  it("binds other usage by another digest", () => {
    const digestOf = (...costs: readonly string[]) =>
      (invoiceOf(rows(...costs))["usage"] as { digestSRI: string }).digestSRI;
    expect(digestOf("4")).toMatch(/^sha256-[A-Za-z0-9+/]{43}=$/);
    expect(digestOf("4")).not.toBe(digestOf("5"));
  });

  it("is of the days of its month", () => {
    expect(invoiceOf(rows())).toMatchObject({ from: "2026-11-01", until: "2026-11-30" });
  });
});

describe("what the operator sends", () => {
  it("is read with its file", () => {
    expect(readBill(INVOICE)).toEqual({ ok: true, value: INVOICE });
  });

  it.each([
    ["/invoiceNumber", { invoiceNumber: "" }],
    ["/issueDate", { issueDate: "2026-02-30" }],
    ["/dueDate", { dueDate: "soon" }],
    ["/totalVat", { totalVat: "1" }],
    ["/totalVat", { totalVat: 1.5 }],
    ["/document/digestSRI", { document: { ...INVOICE.document, digestSRI: "sha256-0" } }],
    ["/document/size", { document: { ...INVOICE.document, size: 1 } }],
    ["/gift", { gift: true }],
  ])("is refused at %s", (pointer, more) => {
    expect(readBill({ ...INVOICE, ...more })).toMatchObject({
      ok: false,
      refusal: { code: "malformed-bill", pointer },
    });
  });
});

it("text with commas and quotes stands in quotes in CSV, and nothing stands for null", () => {
  const [, line = ""] = csvOf(rows("4")).split("\r\n");
  expect(line).toContain('"Volume ""S"", small"');
  expect(line.startsWith("4,did:key:customer,,EUR,")).toBe(true);
});
