// W3C Bitstring Status List 1.0: one bit a credential, the leftmost first, gzipped into a credential of its own.
import { base64url } from "jose";
import type { Json } from "../../kernel/json.ts";
import { type Result, ok, refused } from "../../kernel/result.ts";
import { instantOf } from "../credential/time.ts";
import type { JsonObject } from "../token/jws.ts";
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

/** §2.1: where the status of a credential stands, and what it is about. */
export interface BitstringEntry {
  readonly kind: "bitstring";
  readonly purpose: string;
  readonly index: number;
  /** Bits; more than one only for messages. */
  readonly size: number;
  readonly list: string;
}

export interface BitstringStatusList extends Opened {
  readonly kind: "bitstring";
  readonly purposes: readonly string[];
}

/** §3.2: fewer would not hide which credential somebody asks for. */
export const LEAST_ENTRIES = 131_072;
const MOST_BITS = 32;

/** A credential needs one entry for each purpose; each may cost a fetch. */
const MOST_ENTRIES = 8;

/** Milliseconds a list may be kept that does not say how long (§2.2). */
const TTL = 300_000;

/** Reads the members of `credentialStatus`. Entries of other types are refused as unsupported, one by one. */
export function bitstringEntries(
  status: readonly JsonObject[],
): readonly Result<BitstringEntry, StatusRefusal>[] {
  if (status.length > MOST_ENTRIES) return [malformedStatus(`more than ${MOST_ENTRIES} entries`)];
  return status.map(readEntry);
}

function readEntry(entry: JsonObject): Result<BitstringEntry, StatusRefusal> {
  const types = listOf(entry["type"]);
  if (types.length === 0) return malformedStatus("type");
  if (!types.includes("BitstringStatusListEntry"))
    return refused({ code: "status-unsupported", detail: types.join(" ").slice(0, 100) });
  const { statusPurpose: purpose, statusListIndex: index } = entry;
  if (typeof purpose !== "string" || purpose === "") return malformedStatus("statusPurpose");
  // A string in base 10 (§2.1); one spelling for each number.
  if (typeof index !== "string" || !/^(0|[1-9]\d{0,9})$/.test(index) || !isIndex(Number(index)))
    return malformedStatus("statusListIndex");
  const list = urlOf(entry["statusListCredential"]);
  if (list === undefined) return malformedStatus("statusListCredential");
  const size = entry["statusSize"] ?? 1;
  const most = purpose === "message" ? MOST_BITS : 1;
  if (typeof size !== "number" || !Number.isInteger(size) || size < 1 || size > most)
    return malformedStatus("statusSize");
  return ok({ kind: "bitstring", purpose, index: Number(index), size, list });
}

/** Opens a status list credential that was read at `url` and whose signature holds; `now` in milliseconds. */
export async function openBitstringList(
  document: JsonObject,
  url: string,
  now: number,
): Promise<Result<BitstringStatusList, StatusRefusal>> {
  const { id, validFrom, validUntil } = document;
  const subject = membersOf(document["credentialSubject"]);
  if (!listOf(document["type"]).includes("BitstringStatusListCredential")) return malformedList("type");
  if (!listOf(subject["type"]).includes("BitstringStatusList"))
    return malformedList("type of credentialSubject");
  // The id may be left out (§2.2); one that names another list was moved here.
  if (id !== undefined && id !== url) return notTrusted("the id is that of another list");
  if (!isTextOrNone(validFrom) || !isTextOrNone(validUntil)) return malformedList("validFrom, validUntil");
  const dates = { ...(validFrom ? { validFrom } : {}), ...(validUntil ? { validUntil } : {}) };
  const times = checkListTimes(dates, {}, now);
  if (!times.ok) return times;
  const ttl = readTtl(subject["ttl"]);
  if (!ttl.ok) return ttl;
  const bitmap = await decodeBitstring(subject["encodedList"]);
  if (!bitmap.ok) return bitmap;
  const [issuedAt, until] = [instantOf(validFrom ?? ""), instantOf(validUntil ?? "")];
  return ok({
    kind: "bitstring",
    purposes: listOf(subject["statusPurpose"]),
    bitmap: bitmap.value,
    ttl: ttl.value ?? TTL,
    ...(issuedAt === undefined ? {} : { issuedAt }),
    ...(until === undefined ? {} : { until }),
  });
}

/** The bytes of an `encodedList`: multibase `u`, which is base64url without padding, of a gzip stream (§3.4). */
async function decodeBitstring(encoded: Json | undefined): Promise<Result<Uint8Array, StatusRefusal>> {
  if (typeof encoded !== "string" || !encoded.startsWith("u"))
    return malformedList("encodedList is not in multibase base64url");
  return inflateText(encoded.slice(1), "gzip");
}

/** What a list says of an entry (§3.2): 0 is unset; the most significant bit comes first. */
export function bitstringValue(
  { bitmap, purposes }: BitstringStatusList,
  { purpose, index, size }: BitstringEntry,
): Result<number, StatusRefusal> {
  if (!purposes.includes(purpose)) return notTrusted(`the list is not for ${purpose.slice(0, 50)}`);
  const entries = Math.floor((bitmap.length * 8) / size);
  if (entries < LEAST_ENTRIES)
    return refused({ code: "status-list-too-short", detail: `${entries} entries` });
  if (index >= entries)
    return refused({ code: "status-out-of-range", detail: `${index} of ${entries} entries` });
  let value = 0;
  for (let bit = index * size; bit < (index + 1) * size; bit++) value = value * 2 + bitAt(bitmap, bit);
  return ok(value);
}

// Positions may pass 2^31, where bitwise operators would wrap.
const byteOf = (bit: number) => Math.floor(bit / 8);
const maskOf = (bit: number) => 0x80 >> (bit % 8);
const bitAt = (bitmap: Uint8Array, bit: number) => ((bitmap[byteOf(bit)] ?? 0) & maskOf(bit) ? 1 : 0);

/**
 * The `encodedList` of an issuer's own list of 131,072 entries, of which these are set (§3.3). Throws a RangeError where
 * there is no such entry.
 */
export async function encodeBitstring(set: Iterable<number>): Promise<string> {
  const bitmap = new Uint8Array(LEAST_ENTRIES / 8);
  for (const index of set) {
    if (!isIndex(index) || index >= LEAST_ENTRIES) throw new RangeError(`no entry ${index}`);
    bitmap[byteOf(index)] = (bitmap[byteOf(index)] ?? 0) | maskOf(index);
  }
  const gzipped = new Response(bitmap).body?.pipeThrough(new CompressionStream("gzip"));
  return `u${base64url.encode(new Uint8Array(await new Response(gzipped ?? null).arrayBuffer()))}`;
}

const isTextOrNone = (value: Json | undefined): value is string | undefined =>
  value === undefined || typeof value === "string";

/** The texts of a member that may be one or several. */
function listOf(value: Json | undefined): readonly string[] {
  return [value ?? []].flat().filter((one) => typeof one === "string");
}
