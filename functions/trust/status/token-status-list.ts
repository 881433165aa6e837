// IETF Token Status List: one, two, four or eight bits a token, the rightmost first, in a `statuslist+jwt`.
import type { Json } from "../../kernel/json.ts";
import { type Result, ok, refused } from "../../kernel/result.ts";
import { type JsonObject, isObject } from "../token/jws.ts";
import { inflateText } from "./inflate.ts";
import {
  type Opened,
  checkListTimes,
  isIndex,
  malformedList,
  malformedStatus,
  membersOf,
  notTrusted,
  readTtl,
  urlOf,
} from "./list.ts";
import type { StatusRefusal } from "./refusals.ts";

/** draft-ietf-oauth-status-list §6.2: where the status of a token stands. */
export interface TokenEntry {
  readonly kind: "token";
  readonly index: number;
  readonly list: string;
}

export interface TokenStatusList extends Opened {
  readonly kind: "token";
  /** Bits of each entry. */
  readonly bits: number;
}

/** §7.1: what an entry may say; all other values are somebody's own, or nobody's yet. */
export const TOKEN_STATUS = { valid: 0, invalid: 1, suspended: 2 } as const;

/**
 * Reads the claim `status`. Its members are ways to the same status, so that others beside `status_list` are left
 * alone; without that one it is refused as unsupported.
 */
export function tokenStatusEntries(status: Json | undefined): readonly Result<TokenEntry, StatusRefusal>[] {
  if (status === undefined) return [];
  if (!isObject(status)) return [malformedStatus("status")];
  const reference = status["status_list"];
  if (reference === undefined)
    return [refused({ code: "status-unsupported", detail: Object.keys(status).join(" ").slice(0, 100) })];
  const { idx, uri } = membersOf(reference);
  if (typeof idx !== "number" || !isIndex(idx)) return [malformedStatus("idx")];
  const list = urlOf(uri);
  return [list === undefined ? malformedStatus("uri") : ok({ kind: "token", index: idx, list })];
}

/** Opens the claims of a `statuslist+jwt` that was read at `url` and whose signature holds; `now` in milliseconds. */
export async function openTokenStatusList(
  claims: JsonObject,
  url: string,
  now: number,
): Promise<Result<TokenStatusList, StatusRefusal>> {
  const { sub, iat, exp } = claims;
  const { bits, lst } = membersOf(claims["status_list"]);
  if (typeof sub !== "string") return malformedList("sub");
  // §8.3: or else one list could be served in the place of another.
  if (sub !== url) return notTrusted("sub is that of another list");
  if (typeof iat !== "number") return malformedList("iat");
  const times = checkListTimes({}, claims, now);
  if (!times.ok) return times;
  const ttl = readTtl(claims["ttl"]);
  if (!ttl.ok) return ttl;
  if (bits !== 1 && bits !== 2 && bits !== 4 && bits !== 8) return malformedList("bits");
  if (typeof lst !== "string") return malformedList("lst");
  const bitmap = await inflateText(lst, "deflate");
  if (!bitmap.ok) return bitmap;
  return ok({
    kind: "token",
    bits,
    bitmap: bitmap.value,
    issuedAt: iat * 1000,
    ...(typeof exp === "number" ? { until: exp * 1000 } : {}),
    ...(ttl.value === undefined ? {} : { ttl: ttl.value * 1000 }),
  });
}

/** What a list says of an entry (§4.1): within a byte the least significant bits come first. */
export function tokenValue(
  { bitmap, bits }: TokenStatusList,
  { index }: TokenEntry,
): Result<number, StatusRefusal> {
  const inByte = 8 / bits;
  const byte = bitmap[Math.floor(index / inByte)];
  if (byte === undefined)
    return refused({ code: "status-out-of-range", detail: `${index} of ${bitmap.length * inByte} entries` });
  return ok((byte >> ((index % inByte) * bits)) & (2 ** bits - 1));
}
