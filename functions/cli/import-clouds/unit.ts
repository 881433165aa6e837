// What a metered price is per: the periods of the vocabulary, and everything else as a reference quantity in UCUM.
import { lookUp } from "./rows.ts";

const PERIODS: Readonly<Record<string, string>> = {
  minute: "minute",
  hour: "hour",
  day: "day",
  month: "month",
  year: "year",
  once: "once",
  setup: "once",
};

/** How a price list spells amounts: "10,000 Requests", "5K Messages", "1MIL Function Invocations", "Million Datapoints". */
const SCALES: Readonly<Record<string, number>> = { K: 1e3, MIL: 1e6, MILLION: 1e6 };
const AMOUNT = /^(?:([\d,]+)\s*(K|MIL)?|(Million))\b\s*/i;

const PERIOD_AT_END = /(?:^|\s+)(?:per\s+)?(minute|hour|day|month|year)$/i;
const SYMBOL_OF_PERIOD: Readonly<Record<string, string>> = {
  minute: "min",
  hour: "h",
  day: "d",
  month: "mo",
  year: "a",
};

/** "GB Memory-Seconds" is a product of the two, and stays words. */
const BYTES = /^(Gigabyte|GB|Terabyte|TB|Gibibyte|GiB)s?(?: \((?:GB|TB)\))?(?=\s|$)(?!.*-seconds)\s*/i;
const SYMBOL_OF_BYTES: Readonly<Record<string, string>> = {
  gigabyte: "GBy",
  gb: "GBy",
  terabyte: "TBy",
  tb: "TBy",
  gibibyte: "GiBy",
  gib: "GiBy",
};

export interface Per {
  readonly per: string;
  readonly unit?: string;
}

/**
 * Reads what a price is per. A period is itself; any other text becomes a quantity that keeps its words in braces:
 * "OCPU Per Hour" is "{OCPU}.h", "10,000 Transactions" is "10000 {Transactions}".
 */
export function perOf(text: string): Per {
  const period = lookUp(PERIODS, text.toLowerCase());
  return period ? { per: period } : { per: "unit", unit: referenceQuantity(text) };
}

function referenceQuantity(text: string): string {
  const [whole = "", digits, scale, million] = AMOUNT.exec(text) ?? [];
  const amount =
    Number(digits?.replaceAll(",", "") ?? 1) * (lookUp(SCALES, (scale ?? million)?.toUpperCase()) ?? 1);
  const counted = text
    .slice(whole.length)
    .trim()
    .replace(/^per\s+/i, "");
  const period = PERIOD_AT_END.exec(counted);
  const noun = period ? counted.slice(0, period.index) : counted;
  const [bytes = "", word] = BYTES.exec(noun) ?? [];
  const symbol = lookUp(SYMBOL_OF_BYTES, word?.toLowerCase()) ?? "";
  const time = lookUp(SYMBOL_OF_PERIOD, period?.[1]?.toLowerCase());
  const unit = [`${symbol}${annotation(noun.slice(bytes.length))}`, time].filter(Boolean).join(".") || "1";
  return amount === 1 ? unit : `${amount} ${unit}`;
}

/** UCUM annotations take printable ASCII without braces; the kernel reads up to 40 characters of it. */
function annotation(words: string): string {
  const said = words
    .trim()
    .replace(/\s+/g, "-")
    .replace(/[^!-z|~]/g, "")
    .slice(0, 40);
  return said && `{${said}}`;
}
