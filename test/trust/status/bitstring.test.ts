// Bitstring status lists: entries, lists and bits as W3C has them, each with the refusals beside it.
import { gzipSync } from "node:zlib";
import { assert as check, asyncProperty, integer, uniqueArray } from "fast-check";
import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../../functions/trust/token/jws.ts";
import {
  bitstringEntries,
  bitstringValue,
  encodeBitstring,
  openBitstringList,
} from "../../../functions/trust/status/bitstring.ts";

const URL_OF_LIST = "https://example.com/credentials/status/3";
const NOW = Date.UTC(2026, 10, 1, 12);
/** The example of §2.2. */
const ALL_UNSET = "uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA";
const ENTRY = {
  id: `${URL_OF_LIST}#94567`,
  type: "BitstringStatusListEntry",
  statusPurpose: "revocation",
  statusListIndex: "94567",
  statusListCredential: URL_OF_LIST,
};

const encoded = (bytes: Uint8Array) => `u${gzipSync(bytes).toString("base64url")}`;
const list = (subject: JsonObject = {}, more: JsonObject = {}): JsonObject => ({
  id: URL_OF_LIST,
  type: ["VerifiableCredential", "BitstringStatusListCredential"],
  issuer: "did:web:issuer.example",
  validFrom: "2026-10-31T12:00:00Z",
  credentialSubject: {
    id: `${URL_OF_LIST}#list`,
    type: "BitstringStatusList",
    statusPurpose: "revocation",
    encodedList: ALL_UNSET,
    ...subject,
  },
  ...more,
});
const entryOf = (more: JsonObject = {}) => {
  const [entry] = bitstringEntries([{ ...ENTRY, ...more }]);
  return entry?.ok ? entry.value : entry?.refusal.code;
};
const open = (subject?: JsonObject, more?: JsonObject) =>
  openBitstringList(list(subject, more), URL_OF_LIST, NOW);
async function valueOf(
  bytes: Uint8Array,
  entry: JsonObject = {},
  purposes: string | string[] = "revocation",
) {
  const [read] = bitstringEntries([{ ...ENTRY, ...entry }]);
  const opened = await open({ encodedList: encoded(bytes), statusPurpose: purposes });
  if (!read?.ok || !opened.ok) throw new Error("not read");
  const value = bitstringValue(opened.value, read.value);
  return value.ok ? value.value : value.refusal.code;
}

describe("an entry", () => {
  it("says where to look, and what for", () => {
    expect(entryOf()).toEqual({
      kind: "bitstring",
      purpose: "revocation",
      index: 94_567,
      size: 1,
      list: URL_OF_LIST,
    });
    expect(entryOf({ statusListIndex: "0" })).toMatchObject({ index: 0 });
    expect(entryOf({ statusListIndex: "4294967295" })).toMatchObject({ index: 4_294_967_295 });
    expect(entryOf({ type: ["BitstringStatusListEntry", "urn:x:Other"] })).toMatchObject({ index: 94_567 });
    expect(entryOf({ statusPurpose: "message", statusSize: 2 })).toMatchObject({ size: 2 });
  });

  it.each<[string, JsonObject]>([
    ...["-1", "+1", "007", "00", "1.0", "1e3", " 1", "1 ", "0x1", "", "４", "4294967296", "99999999999"].map(
      (statusListIndex): [string, JsonObject] => [`index "${statusListIndex}"`, { statusListIndex }],
    ),
    ["an index that is a number", { statusListIndex: 5 }],
    ["no type", { type: [] }],
    ["no purpose", { statusPurpose: "" }],
    ["several purposes", { statusPurpose: ["revocation", "suspension"] }],
    ["a list without an address", { statusListCredential: "status/3" }],
    ["several lists", { statusListCredential: [URL_OF_LIST] }],
    ["more than a bit for a revocation", { statusSize: 2 }],
    ["no bit at all", { statusPurpose: "message", statusSize: 0 }],
    ["a bit and a half", { statusPurpose: "message", statusSize: 1.5 }],
    ["more bits than any message has", { statusPurpose: "message", statusSize: 33 }],
    ["a size in words", { statusPurpose: "message", statusSize: "2" }],
  ])("is malformed with %s", (_, more) => {
    expect(entryOf(more)).toBe("malformed-status");
  });

  it("of another type is unsupported, whatever its index looks like", () => {
    for (const type of ["PlainListEntity", "StatusList2021Entry", "bitstringstatuslistentry"])
      expect(entryOf({ type, statusListIndex: "SYC908RIQQqeUXR19nh3EQ" })).toBe("status-unsupported");
  });

  it("is one of eight at most", () => {
    expect(bitstringEntries(Array(8).fill(ENTRY)).filter(({ ok }) => ok)).toHaveLength(8);
    expect(bitstringEntries(Array(9).fill(ENTRY))).toMatchObject([{ refusal: { code: "malformed-status" } }]);
  });
});

describe("a list", () => {
  it("is opened: the example of the standard has 131,072 entries, none of them set", async () => {
    const opened = await open();
    expect(opened).toMatchObject({
      ok: true,
      value: { purposes: ["revocation"], ttl: 300_000, issuedAt: Date.UTC(2026, 9, 31, 12) },
    });
    if (!opened.ok) return;
    expect(opened.value.bitmap.length * 8).toBe(131_072);
    expect(opened.value.bitmap.every((byte) => byte === 0)).toBe(true);
    expect(opened.value).not.toHaveProperty("until");
  });

  it("may say how long it holds, and go without an id and a date", async () => {
    const validUntil = "2026-11-01T12:00:30Z";
    expect(await open({ ttl: 5000 }, { validUntil })).toMatchObject({
      value: { ttl: 5000, until: NOW + 30_000 },
    });
    const { id: _, validFrom: __, ...rest } = list();
    expect(await openBitstringList(rest, URL_OF_LIST, NOW)).toMatchObject({ ok: true });
  });

  it.each<[string, string, JsonObject?, JsonObject?]>([
    ["malformed-status-list", "any credential", {}, { type: ["VerifiableCredential"] }],
    ["malformed-status-list", "a subject of another type", { type: "StatusList2021" }],
    ["malformed-status-list", "several subjects", {}, { credentialSubject: [{}, {}] }],
    ["malformed-status-list", "no list in it", { encodedList: null }],
    ["malformed-status-list", "a list without its multibase letter", { encodedList: ALL_UNSET.slice(1) }],
    ["malformed-status-list", "another multibase", { encodedList: `z${ALL_UNSET.slice(1)}` }],
    ["malformed-status-list", "padding", { encodedList: `${ALL_UNSET}=` }],
    ["malformed-status-list", "something that is not gzip", { encodedList: "uAAAA" }],
    ["malformed-status-list", "a time to live in words", { ttl: "5000" }],
    ["malformed-status-list", "a time to live below zero", { ttl: -1 }],
    ["malformed-status-list", "a date that is none", {}, { validFrom: "yesterday" }],
    ["malformed-status-list", "a date that is a number", {}, { validUntil: 2_000_000_000 }],
    ["status-not-trusted", "the id of another list", {}, { id: `${URL_OF_LIST}0` }],
    ["status-not-trusted", "an end in the past", {}, { validUntil: "2026-11-01T11:59:00Z" }],
    ["status-not-trusted", "a start in the future", {}, { validFrom: "2026-11-01T12:01:01Z" }],
    [
      "status-list-too-large",
      "more than eight megabytes",
      { encodedList: encoded(new Uint8Array(2 ** 23 + 1)) },
    ],
  ])("is refused as %s: %s", async (code, _, subject, more) => {
    expect(await open(subject, more)).toMatchObject({ ok: false, refusal: { code } });
  });
});

describe("a bit", () => {
  const bytes = new Uint8Array(16_384);
  bytes[0] = 0b1000_0010;
  bytes[16_383] = 0b0000_0001;

  it("is counted from the left", async () => {
    const at = (statusListIndex: string) => valueOf(bytes, { statusListIndex });
    expect(await Promise.all(["0", "1", "5", "6", "7", "131070", "131071"].map(at))).toEqual([
      1, 0, 0, 1, 0, 0, 1,
    ]);
  });

  it("is one of several for messages", async () => {
    const wide = new Uint8Array(32_768);
    wide.set([0b1001_1100, 0b0110_0000]);
    const message = (statusListIndex: string, statusSize = 2) =>
      valueOf(wide, { statusPurpose: "message", statusListIndex, statusSize }, ["message", "revocation"]);
    expect(await Promise.all(["0", "1", "2", "3", "4"].map((index) => message(index)))).toEqual([
      2, 1, 3, 0, 1,
    ]);
    expect(await message("131071")).toBe(0);
    expect(await message("131072")).toBe("status-out-of-range");
    expect(await message("0", 3)).toBe("status-list-too-short");
  });

  it("is not looked for beyond the end, in a short list, or in one for another purpose", async () => {
    expect(await valueOf(bytes, { statusListIndex: "131072" })).toBe("status-out-of-range");
    expect(await valueOf(bytes, { statusListIndex: "4294967295" })).toBe("status-out-of-range");
    expect(await valueOf(bytes.subarray(1), { statusListIndex: "0" })).toBe("status-list-too-short");
    expect(await valueOf(bytes, {}, "suspension")).toBe("status-not-trusted");
    expect(await valueOf(bytes, {}, [])).toBe("status-not-trusted");
    expect(await valueOf(bytes, {}, ["suspension", "revocation"])).toBe(0);
  });
});

describe("an issuer's list", () => {
  it("is read back as it was set, over any entries", async () => {
    const entry = integer({ min: 0, max: 131_071 });
    await check(
      asyncProperty(
        uniqueArray(entry, { maxLength: 60 }),
        uniqueArray(entry, { maxLength: 20 }),
        async (set, others) => {
          const opened = await open({ encodedList: await encodeBitstring(set) });
          if (!opened.ok) throw new Error(opened.refusal.code);
          const expected = new Set(set);
          const found = [...opened.value.bitmap.entries()].flatMap(([byte, bits]) =>
            [0, 1, 2, 3, 4, 5, 6, 7].filter((bit) => bits & (0x80 >> bit)).map((bit) => byte * 8 + bit),
          );
          expect(new Set(found)).toEqual(expected);
          for (const index of [...set, ...others]) {
            const asked = {
              kind: "bitstring",
              purpose: "revocation",
              index,
              size: 1,
              list: URL_OF_LIST,
            } as const;
            expect(bitstringValue(opened.value, asked)).toEqual({
              ok: true,
              value: expected.has(index) ? 1 : 0,
            });
          }
        },
      ),
      { seed: 20_261_101, numRuns: 40 },
    );
  });

  it("has no entries beyond its end", async () => {
    for (const index of [-1, 131_072, 0.5, Number.NaN])
      await expect(encodeBitstring([index])).rejects.toThrow(RangeError);
  });
});
