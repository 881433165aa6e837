// What both kinds of status lists have in common: where a credential points, and what stands there.
import type { Json } from "../../kernel/json.ts";
import { type Result, ok, refused } from "../../kernel/result.ts";
import { checkTimes } from "../credential/time.ts";
import { type JsonObject, isObject } from "../token/jws.ts";
import type { BitstringEntry, BitstringStatusList } from "./bitstring.ts";
import type { StatusRefusal } from "./refusals.ts";
import type { TokenEntry, TokenStatusList } from "./token-status-list.ts";

/** Where a credential says that its status stands. */
export type StatusEntry = BitstringEntry | TokenEntry;
export type StatusList = BitstringStatusList | TokenStatusList;

/** A status list whose signature holds, still compressed. */
export interface ReadList {
  /** Who signed it; whether they may speak is asked for each credential anew. */
  readonly issuer: string;
  /** The status list credential, or the claims of the `statuslist+jwt`. */
  readonly document: JsonObject;
  /** When the token that it came in ends, in milliseconds since the epoch. */
  readonly until?: number;
}

/** What an opened list has of either kind; times in milliseconds since the epoch. */
export interface Opened {
  readonly bitmap: Uint8Array;
  readonly issuedAt?: number;
  /** The list itself says no more from then on. */
  readonly until?: number;
  /** How long it may be kept, in milliseconds. */
  readonly ttl?: number;
}

export const malformedStatus = (detail: string) => refused({ code: "malformed-status" as const, detail });
export const malformedList = (detail: string) => refused({ code: "malformed-status-list" as const, detail });
export const notTrusted = (detail: string) => refused({ code: "status-not-trusted" as const, detail });

const BEYOND_INDEXES = 2 ** 32;

/** Whether a number can be the index of an entry: 0 to 4,294,967,295. */
export function isIndex(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0 && value < BEYOND_INDEXES;
}

/** An absolute URL as it was written, or undefined. */
export function urlOf(value: Json | undefined): string | undefined {
  return typeof value === "string" && URL.canParse(value) ? value : undefined;
}

/** Whether the times of a list hold at `now`; a list out of date says nothing. */
export function checkListTimes(
  dates: { readonly validFrom?: string; readonly validUntil?: string },
  claims: JsonObject,
  now: number,
): Result<undefined, StatusRefusal> {
  const times = checkTimes(dates, claims, { now, milliseconds: false });
  if (times.ok) return times;
  const { code, detail } = times.refusal;
  return code === "malformed-time" ? malformedList(detail) : notTrusted(`${code}: ${detail}`);
}

/** A list's time to live as it was written, or undefined where there is none. Zero means: do not keep. */
export function readTtl(value: Json | undefined): Result<number | undefined, StatusRefusal> {
  if (value === undefined || (typeof value === "number" && value >= 0)) return ok(value);
  return malformedList("ttl");
}

/** The members of an object, or of none. */
export function membersOf(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}
