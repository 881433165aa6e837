// What a runner says was used: read strictly, since each line of it is paid for.
import { sha256Hex } from "../../kernel/digest.ts";
import { type Json, canonicalJson } from "../../kernel/json.ts";
import { parseUnit } from "../../kernel/quantity.ts";
import { type Result, refused } from "../../kernel/result.ts";
import { instantOf } from "../../trust/credential/time.ts";
import { type Form, Members, reading, text } from "../agreement/members.ts";
import type { Entry } from "../ledger.ts";

export interface Used {
  /** Name of what was counted, for people. */
  readonly meter: string;
  /** A decimal number. */
  readonly quantity: string;
  /** UCUM code, such as "GBy.h" or "{request}". */
  readonly unit: string;
  /** Instants of ISO 8601 in UTC, within one month. */
  readonly from: string;
  readonly until: string;
}

/** What is taken from a line of usage. */
export interface Correction {
  /** A decimal number above 0, in the unit of the line. */
  readonly quantity: string;
  /** The month of the line, such as 2026-11. */
  readonly of: string;
}

/** `pointer` leads to the member (RFC 6901). */
export type UsageFormRefusal = { code: "malformed-usage"; pointer: string; problem: string };

const MOST_LINES = 200;
/** How far a runner's clock may be ahead. */
const SKEW_MS = 300_000;

const ID = text(
  "an id of up to 100 letters, digits, dots, colons, underscores and hyphens",
  /^[\w.:-]{1,100}$/,
);
const METER = text(
  "a name of up to 100 characters, a letter or digit first,",
  /^[\p{L}\p{N}][^\p{Cc}]{0,99}$/u,
);
const QUANTITY = text("a decimal number from 0, in quotes,", /^\d{1,18}(\.\d{1,12})?$/);
const LESS = text("a decimal number below 0, in quotes,", /^-(?=.*[1-9])\d{1,18}(\.\d{1,12})?$/);
const UNIT: Form<string> = [
  "a unit of UCUM",
  (value) => (typeof value === "string" && value.length <= 60 && parseUnit(value) ? value : undefined),
];
const TIME: Form<number> = [
  "a time with an offset, such as 2026-11-23T12:00:00Z,",
  (value) => (typeof value === "string" ? instantOf(value) : undefined),
];

export interface Since {
  /** When the order was placed, and what time it is: milliseconds since the epoch. */
  readonly orderedAt: number;
  readonly now: number;
}

/** The body of `POST /orders/{id}/usage`, as entries of the order's ledger. */
export function readUsage(body: Json, since: Since): Result<readonly Entry[], UsageFormRefusal> {
  const read = reading(() => {
    const members = new Members(body);
    const lines = members.needed("usage", [
      `a list of 1 to ${MOST_LINES} lines`,
      (value) => (Array.isArray(value) && value.length > 0 && value.length <= MOST_LINES ? value : undefined),
    ]);
    members.end();
    return lines.map((line, index) => readLine(line, `/usage/${index}`, since));
  });
  if (read.ok) return read;
  const { pointer, problem } = read.refusal;
  return refused({ code: "malformed-usage", pointer, problem });
}

function readLine(line: Json, at: string, { orderedAt, now }: Since): Entry {
  const members = new Members(line, at);
  const corrects = members.optional("corrects", ID);
  if (corrects !== undefined) return readCorrection(corrects, members);
  const id = members.needed("id", ID);
  const said = {
    meter: members.needed("meter", METER),
    quantity: members.needed("quantity", QUANTITY),
    unit: members.needed("unit", UNIT),
  };
  const from = members.needed(
    "from",
    holding(TIME, "that is not before the order", (time) => time >= orderedAt),
  );
  const until = members.needed(
    "until",
    holding(TIME, "that has come, after `from`", (time) => time > from && time <= now + SKEW_MS),
  );
  members.end();
  const period = new Date(from).toISOString().slice(0, 7);
  // The last instant belongs to the line no more.
  if (new Date(until - 1).toISOString().slice(0, 7) !== period)
    members.needed(
      "until",
      holding(TIME, "in the month of `from`", () => false),
    );
  const value: Used = { ...said, from: new Date(from).toISOString(), until: new Date(until).toISOString() };
  return { kind: "usage", id, period, digest: sha256Hex(canonicalJson({ ...value })), value: { ...value } };
}

/** A line is corrected once; its month is found when it is booked. */
function readCorrection(corrects: string, members: Members): Entry {
  const quantity = members.needed("quantity", LESS).slice(1);
  members.end();
  const digest = sha256Hex(canonicalJson({ corrects, quantity }));
  return { kind: "correction", id: corrects, period: "", digest, value: { quantity } };
}

/** The same form, of values that fulfil something more. */
const holding = <T>([expected, read]: Form<T>, more: string, holds: (value: T) => boolean): Form<T> => [
  `${expected} ${more}`,
  (value, pointer) => {
    const found = read(value, pointer);
    return found !== undefined && holds(found) ? found : undefined;
  },
];
