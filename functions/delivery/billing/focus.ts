// Charges in the columns of FOCUS 1.2, as CSV (RFC 4180) and as JSON.
import { isSubclassOf } from "../../compatibility/demand/names.ts";
import { mpli } from "../../kernel/generated/vocabulary.ts";
import { type Ratio, add, parseRatio, ratio } from "../../kernel/ratio.ts";
import { decimalOf } from "../agreement/check-price.ts";
import { type OrderRecord, addressOf } from "../record.ts";
import type { Charge } from "./charges.ts";
import type { Credit } from "./corrections.ts";
import type { BillingPeriod } from "./period.ts";

export const FOCUS_VERSION = "1.2";

/** Mandatory columns of FOCUS 1.2, and those of the others that an order has something to say in. */
export const FOCUS_COLUMNS = [
  "BilledCost",
  "BillingAccountId",
  "BillingAccountName",
  "BillingCurrency",
  "BillingPeriodEnd",
  "BillingPeriodStart",
  "ChargeCategory",
  "ChargeClass",
  "ChargeDescription",
  "ChargeFrequency",
  "ChargePeriodEnd",
  "ChargePeriodStart",
  "ConsumedQuantity",
  "ConsumedUnit",
  "ContractedCost",
  "ContractedUnitPrice",
  "EffectiveCost",
  "InvoiceId",
  "InvoiceIssuerName",
  "ListCost",
  "ListUnitPrice",
  "PricingQuantity",
  "PricingUnit",
  "ProviderName",
  "PublisherName",
  "RegionId",
  "ResourceId",
  "ServiceCategory",
  "ServiceName",
  "SkuId",
  "SkuMeter",
] as const;

/** Numbers are decimals in text, so that no reader rounds them; null where there is nothing to say. */
export type FocusRow = Readonly<Record<(typeof FOCUS_COLUMNS)[number], string | null>>;

/** Service categories of FOCUS by our service classes. */
const CATEGORIES = [
  [mpli.Compute, "Compute"],
  [mpli.KubernetesCluster, "Compute"],
  [mpli.Database, "Databases"],
  [mpli.Cache, "Databases"],
  [mpli.Storage, "Storage"],
  [mpli.Network, "Networking"],
  [mpli.MessageBroker, "Integration"],
] as const;

/** ChargeCategory and ChargeFrequency, by what is charged for. */
const KINDS: Readonly<Record<Charge["per"], readonly [category: string, frequency: string]>> = {
  unit: ["Usage", "Usage-Based"],
  minute: ["Usage", "Usage-Based"],
  hour: ["Usage", "Usage-Based"],
  day: ["Purchase", "Recurring"],
  month: ["Purchase", "Recurring"],
  year: ["Purchase", "Recurring"],
  once: ["Purchase", "One-Time"],
};

type Bound = Required<Pick<OrderRecord, "billing">> & OrderRecord;

/** One row for each charge. What is agreed is the list price: discounts are other offers. */
export function focusRows(
  record: Bound,
  charges: readonly (Charge | Credit)[],
  period: BillingPeriod,
  invoice: string | null,
): readonly FocusRow[] {
  const { billing, customer, provider } = record;
  const category = CATEGORIES.find(([above]) =>
    billing.classes.some((one) => isSubclassOf(one, above.value)),
  );
  return charges.map((charge) => {
    const costs = decimalOf(charge.cost);
    return {
      ...("per" in charge ? pricedColumns(record, charge) : creditColumns(charge)),
      BilledCost: costs,
      BillingAccountId: customer,
      BillingAccountName: null,
      BillingCurrency: billing.currency,
      BillingPeriodEnd: instant(period.until),
      BillingPeriodStart: instant(period.from),
      ChargeClass: charge.isCorrection ? "Correction" : null,
      ChargePeriodEnd: instant(charge.until),
      ChargePeriodStart: instant(charge.from),
      ContractedCost: costs,
      EffectiveCost: costs,
      InvoiceId: invoice,
      InvoiceIssuerName: provider,
      ListCost: costs,
      ProviderName: provider,
      PublisherName: provider,
      RegionId: billing.region ?? null,
      ResourceId: addressOf(record),
      ServiceCategory: category?.[1] ?? "Other",
      ServiceName: billing.service,
    };
  });
}

type Column = (typeof FOCUS_COLUMNS)[number];

/** Columns that say how a cost was come to. */
type Priced = Extract<
  Column,
  | `Charge${"Category" | "Description" | "Frequency"}`
  | `${string}${"Quantity" | "Unit" | "UnitPrice"}`
  | `Sku${string}`
>;

function pricedColumns({ billing, offer }: Bound, charge: Charge): Pick<FocusRow, Priced> {
  const { per, used, quantity, unit, consumed, unitPrice } = charge;
  const [category, frequency] = KINDS[per];
  return {
    ChargeCategory: category,
    ChargeDescription: used ? used.meter : `${billing.service}, per ${per}`,
    ChargeFrequency: frequency,
    ConsumedQuantity: consumed ? decimalOf(consumed) : null,
    ConsumedUnit: consumed ? (used?.unit ?? unit) : null,
    ContractedUnitPrice: unitPrice,
    ListUnitPrice: unitPrice,
    PricingQuantity: decimalOf(quantity),
    PricingUnit: unit,
    SkuId: offer,
    SkuMeter: used?.meter ?? null,
  };
}

/** What is given back was not bought: it has no quantity and no price, and its costs are all one. */
const creditColumns = ({ reason }: Credit): Pick<FocusRow, Priced> => ({
  ChargeCategory: "Credit",
  ChargeDescription: reason,
  ChargeFrequency: "One-Time",
  ConsumedQuantity: null,
  ConsumedUnit: null,
  ContractedUnitPrice: null,
  ListUnitPrice: null,
  PricingQuantity: null,
  PricingUnit: null,
  SkuId: null,
  SkuMeter: null,
});

/** The sum of what the rows say, so that whoever adds them up comes to the same. */
export const totalOf = (rows: readonly FocusRow[]): Ratio =>
  rows.reduce((sum, { BilledCost }) => add(sum, parseRatio(BilledCost ?? "0") ?? ratio(0n)), ratio(0n));

/** RFC 4180, with a line for the names of the columns; what is null is empty. */
export function csvOf(rows: readonly FocusRow[]): string {
  const lines = [FOCUS_COLUMNS, ...rows.map((row) => FOCUS_COLUMNS.map((column) => row[column] ?? ""))];
  return lines.map((line) => `${line.map(quoted).join(",")}\r\n`).join("");
}

const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

const instant = (milliseconds: number) => new Date(milliseconds).toISOString().replace(/\.000Z$/, "Z");
