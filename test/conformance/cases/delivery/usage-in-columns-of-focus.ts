import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { monthOf, rows, running, use, usageFile, used } from "../../steps/accounts.ts";
import { ask } from "../../steps/signed-requests.ts";

export default defineCase({
  title: "A usage file has the columns of FOCUS, as CSV and as JSON",
  requirements: ["MPLI-DEL-124@14e7c1e3"],
  role: "provider",
  feature: "delivery",
  expects: "accept",
  hunts: "columns that no tool for costs knows",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const it = await running(t);
    t.status(await use(t, it, [used(it)]), 200);
    const found = await rows(t, it);
    const row = found.find(({ ConsumedQuantity }) => ConsumedQuantity === "12.5") ?? {};
    const lacks = MANDATORY.filter((column) => row[column] === undefined);
    t.that(lacks.length === 0, "the mandatory columns of FOCUS 1.2", `none of ${lacks.join(", ")}`);
    t.equal(row["ChargeCategory"], "Usage", "ChargeCategory is");
    t.equal(row["BillingCurrency"], "EUR", "BillingCurrency is");
    t.equal(row["BillingPeriodStart"], `${monthOf(it)}-01T00:00:00Z`, "BillingPeriodStart is");
    const answer = await usageFile(t, it, "text/csv");
    t.status(answer, 200);
    t.equal(answer.mediaType, "text/csv", "the media type is");
    const [names = "", ...lines] = answer.text.split("\r\n");
    const missing = MANDATORY.filter((column) => !names.split(",").includes(column));
    t.that(
      missing.length === 0,
      "the mandatory columns of FOCUS 1.2 in the first line",
      `none of ${missing.join(", ")}`,
    );
    t.equal(lines.filter((line) => line !== "").length, found.length, "the number of lines is");
    const other = await ask(t, it.one.by, `${it.one.address}/usage?period=2025-01`, { accept: "text/csv" });
    t.status(other, 200);
    t.equal(other.text.trim(), names, "a month before the order has the names of the columns alone:");
  },
});

const MANDATORY = [
  "BilledCost",
  "BillingAccountId",
  "BillingAccountName",
  "BillingCurrency",
  "BillingPeriodEnd",
  "BillingPeriodStart",
  "ChargeCategory",
  "ChargeClass",
  "ChargeDescription",
  "ChargePeriodEnd",
  "ChargePeriodStart",
  "ContractedCost",
  "EffectiveCost",
  "InvoiceIssuerName",
  "ListCost",
  "PricingQuantity",
  "PricingUnit",
  "ProviderName",
  "PublisherName",
  "ServiceCategory",
  "ServiceName",
];
