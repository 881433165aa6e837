// A bill for a month: what the operator's invoice says, bound to the lines of usage behind it.
import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";
import type { Json } from "../../kernel/json.ts";
import { type Ratio, add, parseRatio, ratio } from "../../kernel/ratio.ts";
import { type Result, refused } from "../../kernel/result.ts";
import { CREDENTIALS_CONTEXT } from "../../trust/credential/model.ts";
import { instantOf } from "../../trust/credential/time.ts";
import type { JsonObject } from "../../trust/token/jws.ts";
import { type Form, IRI, Members, reading, text } from "../agreement/members.ts";
import { MPLI_CREDENTIALS } from "../levels/credential.ts";
import { type OrderRecord, addressOf } from "../record.ts";
import { FOCUS_VERSION, type FocusRow, csvOf, totalOf } from "./focus.ts";
import type { BillingPeriod } from "./period.ts";

/** The invoice that the operator's books have, in a syntax of EN 16931. */
export interface Invoice {
  readonly invoiceNumber: string;
  /** Days, such as 2026-12-01. */
  readonly issueDate: string;
  readonly dueDate?: string;
  /** A decimal number of two places; negative where more is given back than is charged. */
  readonly totalVat: string;
  readonly document: { readonly id: string; readonly mediaType?: string; readonly digestSRI: string };
}

/** `pointer` leads to the member (RFC 6901). */
export type BillFormRefusal = { code: "malformed-bill"; pointer: string; problem: string };

const DAY: Form<string> = [
  "a day, such as 2026-12-01,",
  (value) => (typeof value === "string" && instantOf(`${value}T00:00:00Z`) !== undefined ? value : undefined),
];
const VAT = text("a decimal number with two places, in quotes,", /^-?\d{1,15}\.\d\d$/);
const NUMBER = text("the number of the invoice, of up to 100 characters,", /^[^\p{Cc}]{1,100}$/u);
const MEDIA_TYPE = text("a media type", /^[\w.+-]{1,80}\/[\w.+-]{1,80}$/);
const DIGEST = text("sha256- and the digest in base64", /^sha256-[A-Za-z0-9+/]{43}=$/);

/** The body of `PUT /orders/{id}/bills/{period}`. */
export function readBill(body: Json): Result<Invoice, BillFormRefusal> {
  const read = reading((): Invoice => {
    const members = new Members(body);
    const invoice = {
      invoiceNumber: members.needed("invoiceNumber", NUMBER),
      issueDate: members.needed("issueDate", DAY),
      ...members.maybe("dueDate", DAY),
      totalVat: members.needed("totalVat", VAT),
    };
    const document = members.needed("document", ["the file of the invoice", (value) => value]);
    members.end();
    const file = new Members(document, "/document");
    const found = {
      id: file.needed("id", IRI),
      ...file.maybe("mediaType", MEDIA_TYPE),
      digestSRI: file.needed("digestSRI", DIGEST),
    };
    file.end();
    return { ...invoice, document: found };
  });
  if (read.ok) return read;
  const { pointer, problem } = read.refusal;
  return refused({ code: "malformed-bill", pointer, problem });
}

/** The bill of a month as the claims of a credential, for the node to sign (MPLI-CRED, billing). */
export function billClaims(
  record: OrderRecord & Required<Pick<OrderRecord, "billing">>,
  { totalVat, document, ...invoice }: Invoice,
  rows: readonly FocusRow[],
  period: BillingPeriod,
): JsonObject {
  const order = addressOf(record);
  const net = totalOf(rows);
  const withVat = inCents(add(cents(net), parseRatio(totalVat) ?? ratio(0n)));
  return {
    "@context": [CREDENTIALS_CONTEXT, MPLI_CREDENTIALS],
    type: ["VerifiableCredential", "BillingCredential"],
    credentialSubject: {
      id: record.customer,
      invoice: {
        ...invoice,
        seller: record.provider,
        buyer: record.customer,
        order,
        currency: record.billing.currency,
        from: dayOf(period.from),
        until: dayOf(period.until - 1),
        totalWithoutVat: inCents(net),
        totalVat,
        totalWithVat: withVat,
        amountDue: withVat,
        document: { ...document },
        usage: {
          id: `${order}/usage?period=${period.name}`,
          mediaType: "text/csv",
          digestSRI: digestOf(csvOf(rows)),
          focusVersion: FOCUS_VERSION,
        },
      },
    },
  };
}

const dayOf = (milliseconds: number) => new Date(milliseconds).toISOString().slice(0, 10);

const digestOf = (content: string) => `sha256-${btoa(String.fromCharCode(...sha256(utf8ToBytes(content))))}`;

/** Rounded to two places, halves away from zero. */
function hundredths({ numerator, denominator }: Ratio): bigint {
  const half = numerator < 0n ? -denominator : denominator;
  return (numerator * 200n + half) / (2n * denominator);
}

const cents = (amount: Ratio) => ratio(hundredths(amount), 100n);

function inCents(amount: Ratio): string {
  const all = hundredths(amount);
  const digits = String(all < 0n ? -all : all).padStart(3, "0");
  return `${all < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
