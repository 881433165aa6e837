// When small segments are put together, how often each is written again, and how many reads a market is.
import { expect, it } from "vitest";
import {
  type KeptSegment,
  decodePack,
  encodePack,
  packName,
  planPacks,
} from "../../functions/compatibility/segment/packs.ts";
import { encode } from "../../functions/compatibility/segment/container.ts";

const KB = 1024;
const kept = (manifest: number, bytes = KB, pack?: string): KeptSegment => ({
  manifest: String(manifest).padStart(5, "0"),
  format: "f",
  bytes,
  ...(pack === undefined ? {} : { pack }),
});
const loose = (count: number, bytes = KB, from = 0) =>
  Array.from({ length: count }, (_, index) => kept(from + index, bytes));

it("leaves up to eight small segments alone, and puts nine together", () => {
  expect(planPacks(loose(8))).toEqual([]);
  expect(planPacks(loose(9))).toEqual([loose(9).map(({ manifest }) => manifest)]);
});

it("never packs a segment above 64 KiB, nor counts it among those that wait", () => {
  expect(planPacks(loose(20, 64 * KB + 1))).toEqual([]);
  expect(planPacks([...loose(8), ...loose(5, 65 * KB, 100)])).toEqual([]);
  const [members] = planPacks([...loose(9), ...loose(5, 65 * KB, 100)]);
  expect(members).toHaveLength(9);
});

it("merges packs that are no larger than what waits, and lets larger ones be", () => {
  const smaller = Array.from({ length: 5 }, (_, index) => kept(100 + index, KB, "smaller"));
  const larger = Array.from({ length: 30 }, (_, index) => kept(200 + index, KB, "larger"));
  const [members] = planPacks([...loose(9), ...smaller, ...larger]);
  expect(members).toHaveLength(14);
  expect(members?.every((manifest) => Number(manifest) < 200)).toBe(true);
});

it("writes no pack of more than a mebibyte", () => {
  const plans = planPacks(loose(40, 60 * KB));
  expect(plans.flat()).toHaveLength(40);
  for (const members of plans) expect(members.length * 60).toBeLessThanOrEqual(1024);
});

it("needs few reads for a thousand providers that come one by one, and writes each segment a few times", () => {
  let market: KeptSegment[] = [];
  let written = 0;
  for (let number = 0; number < 1000; number++) {
    market = [...market, kept(number)];
    for (const members of planPacks(market)) {
      written += members.length;
      const name = packName(members);
      market = market.map((each) => (members.includes(each.manifest) ? { ...each, pack: name } : each));
    }
  }
  const packs = new Set(market.flatMap(({ pack }) => pack ?? []));
  const alone = market.filter(({ pack }) => pack === undefined).length;
  expect(packs.size + alone).toBeLessThan(20);
  expect(written / 1000).toBeLessThan(8);
});

it("names a pack by its members, in whatever order they come", () => {
  expect(packName(["b", "a"])).toBe(packName(["a", "b"]));
  expect(packName(["a", "b"])).not.toBe(packName(["a"]));
});

it("gives every segment back byte for byte, where arrays of doubles may begin", async () => {
  const one = await encode({ directory: 1, arrays: { text: Uint8Array.of(1, 2, 3) } });
  const two = await encode({ directory: 2, arrays: { amounts: Float64Array.of(0.5) } });
  const pack = await encodePack(
    new Map([
      ["one", one],
      ["two", two],
    ]),
  );
  const read = await decodePack(pack);
  if (!read.ok) throw new Error(read.refusal.problem);
  expect([...read.value.keys()]).toEqual(["one", "two"]);
  expect([...(read.value.get("one") ?? [])]).toEqual([...one]);
  expect([...(read.value.get("two") ?? [])]).toEqual([...two]);
  for (const bytes of read.value.values()) expect(bytes.byteOffset % 8).toBe(0);
});

it("refuses a pack with a byte changed", async () => {
  const pack = await encodePack(new Map([["one", Uint8Array.of(1, 2, 3)]]));
  pack[40] = (pack[40] ?? 0) ^ 1;
  expect(await decodePack(pack)).toMatchObject({ ok: false, refusal: { code: "damaged-segment" } });
});
