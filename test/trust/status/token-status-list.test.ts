// Token status lists: the vectors of the draft, and beside each rule its refusal.
import { readFileSync } from "node:fs";
import { deflateSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { bitstringValue } from "../../../functions/trust/status/bitstring.ts";
import {
  openTokenStatusList,
  tokenStatusEntries,
  tokenValue,
} from "../../../functions/trust/status/token-status-list.ts";
import type { Json } from "../../../functions/kernel/json.ts";
import type { JsonObject } from "../../../functions/trust/token/jws.ts";

interface Vector {
  readonly name: string;
  readonly bits: number;
  readonly lst: string;
  readonly entries: number;
  /** Every entry that is not 0, as `index=value`. */
  readonly set: string;
}
const VECTORS: readonly Vector[] = JSON.parse(
  readFileSync(`${import.meta.dirname}/ietf/vectors.json`, "utf8"),
);

const URI = "https://example.com/statuslists/1";
const NOW = Date.UTC(2026, 10, 1, 12);
const SECONDS = NOW / 1000;
/** The example of §5.1. */
const CLAIMS = {
  exp: 2_291_720_170,
  iat: 1_686_920_170,
  iss: "https://example.com",
  status_list: { bits: 1, lst: "eNrbuRgAAhcBXQ" },
  sub: URI,
  ttl: 43_200,
} satisfies JsonObject;

const open = (more: JsonObject = {}) => openTokenStatusList({ ...CLAIMS, ...more }, URI, NOW);
const lst = (...bytes: number[]) => deflateSync(Uint8Array.from(bytes)).toString("base64url");
const at = (index: number) => ({ kind: "token", index, list: URI }) as const;
const referenceOf = (status: Json | undefined) =>
  tokenStatusEntries(status).map((entry) => (entry.ok ? entry.value : entry.refusal.code));

describe("the vectors of the draft", () => {
  it.each(VECTORS)("$name, of $bits bits an entry", async ({ bits, lst: text, entries, set }) => {
    const opened = await open({ status_list: { bits, lst: text } });
    if (!opened.ok) throw new Error(opened.refusal.code);
    const found: string[] = [];
    for (let index = 0; index < entries; index++) {
      const value = tokenValue(opened.value, at(index));
      if (!value.ok) throw new Error(value.refusal.code);
      if (value.value !== 0) found.push(`${index}=${value.value}`);
    }
    expect(found.sort()).toEqual(set.split(" ").sort());
    expect(tokenValue(opened.value, at(entries))).toMatchObject({ refusal: { code: "status-out-of-range" } });
  });

  it("are of every width there is", () => {
    expect(new Set(VECTORS.map(({ bits }) => bits))).toEqual(new Set([1, 2, 4, 8]));
  });
});

it("the two standards count bits from opposite ends of a byte", async () => {
  const bitmap = new Uint8Array(16_384);
  bitmap[0] = 0b0000_0001;
  const opened = await open({ status_list: { bits: 1, lst: deflateSync(bitmap).toString("base64url") } });
  if (!opened.ok) throw new Error(opened.refusal.code);
  const bitstring = { kind: "bitstring", purposes: ["revocation"], bitmap } as const;
  const both = (index: number) => {
    const entry = { kind: "bitstring", purpose: "revocation", index, size: 1, list: URI } as const;
    return [tokenValue(opened.value, at(index)), bitstringValue(bitstring, entry)].map(
      (found) => found.ok && found.value,
    );
  };
  expect([both(0), both(7)]).toEqual([
    [1, 0],
    [0, 1],
  ]);
});

describe("a reference", () => {
  const reference = (idx: Json, uri: Json = URI) => referenceOf({ status_list: { idx, uri } });

  it("says which entry of which list; a token without one has no status", () => {
    expect(reference(0)).toEqual([{ kind: "token", index: 0, list: URI }]);
    expect(reference(2 ** 32 - 1)).toMatchObject([{ index: 4_294_967_295 }]);
    expect(referenceOf({ status_list: { idx: 5, uri: URI }, identifier_list: {} })).toMatchObject([
      { index: 5 },
    ]);
    expect(referenceOf(undefined)).toEqual([]);
  });

  it("is malformed without a whole number and an address", () => {
    for (const idx of [-1, 0.5, 2 ** 32, "5", null]) expect(reference(idx)).toEqual(["malformed-status"]);
    for (const uri of ["statuslists/1", "", 5, null]) expect(reference(1, uri)).toEqual(["malformed-status"]);
    for (const status of ["valid", null, [], { status_list: [] }, { status_list: URI }])
      expect(referenceOf(status)).toEqual(["malformed-status"]);
  });

  it("of another make is unsupported: home-made ones, other mechanisms, none", () => {
    const homeMade = {
      type: "status-list",
      status_list_credential: "https://issuer.example.com/status/1",
      status_list_index: 42,
      status_purpose: "revocation",
    };
    for (const status of [homeMade, { identifier_list: { id: "x", uri: URI } }, {}])
      expect(referenceOf(status)).toEqual(["status-unsupported"]);
  });
});

describe("a list", () => {
  it("is opened with its times in milliseconds", async () => {
    expect(await open()).toMatchObject({
      ok: true,
      value: { bits: 1, issuedAt: 1_686_920_170_000, until: 2_291_720_170_000, ttl: 43_200_000 },
    });
    const { exp: _, ttl: __, ...rest } = CLAIMS;
    const opened = await openTokenStatusList(rest, URI, NOW);
    expect(opened.ok && Object.keys(opened.value).sort()).toEqual(["bitmap", "bits", "issuedAt", "kind"]);
  });

  it.each<[string, string, JsonObject]>([
    ["status-not-trusted", "of another address", { sub: `${URI}/` }],
    ["status-not-trusted", "that has expired", { exp: SECONDS - 60 }],
    ["status-not-trusted", "from the future", { iat: SECONDS + 61 }],
    ["malformed-status-list", "without a subject", { sub: null }],
    ["malformed-status-list", "without a date", { iat: null }],
    ["malformed-status-list", "dated in milliseconds", { iat: NOW }],
    ["malformed-status-list", "that expires in milliseconds", { exp: NOW + 1000 }],
    ["malformed-status-list", "that expires in words", { exp: "tomorrow" }],
    ["malformed-status-list", "kept in words", { ttl: "43200" }],
    ["malformed-status-list", "kept for less than nothing", { ttl: -1 }],
    ["malformed-status-list", "without a list", { status_list: null }],
    ["malformed-status-list", "of three bits", { status_list: { bits: 3, lst: lst(1) } }],
    ["malformed-status-list", "of bits in words", { status_list: { bits: "1", lst: lst(1) } }],
    ["malformed-status-list", "without bytes", { status_list: { bits: 1 } }],
    [
      "malformed-status-list",
      "with padding",
      { status_list: { bits: 1, lst: `${CLAIMS.status_list.lst}==` } },
    ],
    [
      "malformed-status-list",
      "in gzip",
      { status_list: { bits: 1, lst: gzipSync("list").toString("base64url") } },
    ],
    [
      "status-list-too-large",
      "of more than eight megabytes",
      { status_list: { bits: 8, lst: deflateSync(new Uint8Array(2 ** 23 + 1)).toString("base64url") } },
    ],
  ])("is refused as %s %s", async (code, _, more) => {
    expect(await open(more)).toMatchObject({ ok: false, refusal: { code } });
  });

  it("holds until a minute after its end, and from a minute before its start: clocks differ", async () => {
    expect(await open({ exp: SECONDS - 59, iat: SECONDS + 60 })).toMatchObject({ ok: true });
  });
});
