// Whether a credential is valid now: the dates of its model, and the times of its token.
import type { Json } from "../../kernel/json.ts";
import { type Result, ok, refused } from "../../kernel/result.ts";
import type { JsonObject } from "../token/jws.ts";
import type { Credential } from "./model.ts";
import type { SignedCredential } from "./signed.ts";

export type TimeRefusal = {
  code: "malformed-time" | "not-yet-valid" | "expired";
  detail: string;
};

/** How far clocks may be apart. */
const SKEW_MS = 60_000;

/** A date with time and offset (XML Schema 1.1 §3.4.28); years of four digits do. */
const DATE_TIME_STAMP = /^(\d{4})-(\d\d)-(\d\d)T\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/;

/** No clock of ours reaches this in seconds before the year 5138: what is larger is in milliseconds. */
const LEAST_MILLISECONDS = 1e11;

/** Milliseconds since the epoch of a date with time and offset; undefined for anything else. */
export function instantOf(text: string): number | undefined {
  const [, year, month, day] = DATE_TIME_STAMP.exec(text) ?? [];
  // Date.parse takes the 31st of February for the 3rd of March.
  if (day === undefined || Number(day) > daysIn(Number(year), Number(month))) return undefined;
  const instant = Date.parse(text);
  return Number.isNaN(instant) ? undefined : instant;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

export interface Clock {
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Whether tokens may count in milliseconds. */
  readonly milliseconds: boolean;
}

/**
 * Whether all times of a credential hold at `now`, in milliseconds. Those of its token are whole numbers of seconds
 * (RFC 7519 §2), or of milliseconds where the profile writes them.
 */
export function checkTimes(
  { validFrom, validUntil }: Pick<Credential, "validFrom" | "validUntil">,
  token: JsonObject,
  { now, milliseconds }: Clock,
): Result<undefined, TimeRefusal> {
  const starts: [string, number | undefined][] = [];
  const ends: [string, number | undefined][] = [];
  if (validFrom !== undefined) starts.push(["validFrom", instantOf(validFrom)]);
  if (validUntil !== undefined) ends.push(["validUntil", instantOf(validUntil)]);
  for (const name of ["iat", "nbf"])
    if (token[name] !== undefined) starts.push([name, numericDate(token[name], milliseconds)]);
  if (token["exp"] !== undefined) ends.push(["exp", numericDate(token["exp"], milliseconds)]);
  for (const [detail, instant] of [...starts, ...ends])
    if (instant === undefined) return refused({ code: "malformed-time", detail });
  for (const [detail, instant = 0] of starts)
    if (now + SKEW_MS < instant) return refused({ code: "not-yet-valid", detail });
  for (const [detail, instant = 0] of ends)
    if (now - SKEW_MS >= instant) return refused({ code: "expired", detail });
  return ok(undefined);
}

/** Whether a credential whose signature holds is valid at `now`, in milliseconds: by its dates, and by its token's times. */
export function checkSignedTimes(
  { credential, times, form, profile }: SignedCredential,
  now: number,
): Result<undefined, TimeRefusal> {
  const milliseconds = form === "token" && profile.milliseconds;
  // The dates of an SD-JWT VC are the times of its token.
  const held = checkTimes(form === "sd-jwt" ? {} : credential, {}, { now, milliseconds });
  return held.ok ? checkTokenTimes(times, { now, milliseconds }) : held;
}

/** Whether the times of each of these objects hold. */
export function checkTokenTimes(tokens: readonly JsonObject[], clock: Clock): Result<undefined, TimeRefusal> {
  for (const token of tokens) {
    const held = checkTimes({}, token, clock);
    if (!held.ok) return held;
  }
  return ok(undefined);
}

/** From when on a credential whose signature holds is over, in milliseconds; undefined where it does not end. */
export function endOf({ credential, times, form, profile }: SignedCredential): number | undefined {
  const milliseconds = form === "token" && profile.milliseconds;
  const { validUntil } = credential;
  const stated = form === "sd-jwt" || validUntil === undefined ? undefined : instantOf(validUntil);
  const ends = [stated, ...times.map(({ exp }) => numericDate(exp, milliseconds))];
  const known = ends.filter((end) => end !== undefined);
  return known.length > 0 ? Math.min(...known) : undefined;
}

/** Milliseconds since the epoch of a time in seconds, or in milliseconds where it may be; undefined for anything else. */
export function numericDate(value: Json | undefined, milliseconds: boolean): number | undefined {
  if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 0) return undefined;
  if (value < LEAST_MILLISECONDS) return value * 1000;
  return milliseconds ? value : undefined;
}
