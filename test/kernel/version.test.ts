// Versions: their order, their lines, and what is no version.
import { describe, expect, it } from "vitest";
import {
  type VersionStanding,
  compareVersions,
  parseVersion,
  standingOf,
} from "../../functions/kernel/version.ts";

const read = (text: string) => {
  const parsed = parseVersion(text);
  if (!parsed.ok) throw new Error(`${text} is refused`);
  return parsed.value;
};
const compare = (a: string, b: string) => compareVersions(read(a), read(b));

describe("the order of versions", () => {
  it("is numeric, with pre-releases before their release", () => {
    const ascending = [
      "1.9",
      "1.30",
      "1.30.2",
      "1.31.0-alpha.3",
      "1.31.0-alpha.20",
      "1.31.0-beta.1",
      "1.31.0-rc1",
      "1.31.0-rc2",
      "1.31",
      "8.0.41",
      "16",
      "2019",
    ];
    for (const [index, lower] of ascending.entries())
      for (const higher of ascending.slice(index + 1)) {
        expect(compare(lower, higher), `${lower} < ${higher}`).toBe(-1);
        expect(compare(higher, lower), `${higher} > ${lower}`).toBe(1);
      }
  });

  it.each([
    ["16", "16.0.0"],
    ["v1.30.2", "1.30.2"],
    ["1.30.2-gke.100", "1.30.2"],
    ["1.30.2+k3s1", "1.30.2"],
    ["2019-latest", "2019"],
    ["10-focal", "10"],
    ["8.x", "8"],
    ["8.0.mysql_aurora.3.05.2", "8.0"],
    ["1.0-m5.metal", "1.0-m5.metal"],
    ["1.0-metal", "1"],
  ])("holds %s and %s equal", (a, b) => {
    expect(compare(a, b)).toBe(0);
  });

  it.each([
    "",
    "latest",
    "v",
    "1..2",
    "1.2.",
    "-1",
    "16 or later",
    "1.2.3.4.5.6.7.8.9",
    "1".repeat(65),
    "16-",
  ])("refuses %j", (text) => {
    expect(parseVersion(text)).toMatchObject({ ok: false, refusal: { code: "malformed-version" } });
  });
});

describe("a version that stands in a bound", () => {
  const table: [stated: string, bound: string, standing: VersionStanding][] = [
    ["16", "16", "within"],
    ["16.4", "16", "within"],
    ["16.4.1", "16.4", "within"],
    ["15.9", "16", "below"],
    ["17", "16", "above"],
    ["16.3", "16.4", "below"],
    ["16", "16.4", "wider"],
    ["16", "16.0", "wider-from-start"],
    ["1", "16", "below"],
    ["160", "16", "above"],
    ["1.31.0-beta.1", "1.31", "below"],
    ["1.31.2-rc.1", "1.31", "within"],
    ["16-beta", "16.4", "below"],
    ["16.0", "16.0-beta", "above"],
    ["16", "16.4-beta", "wider"],
    ["16.0-beta", "16.0-beta", "within"],
    ["16.0-alpha", "16.0-beta", "below"],
    ["16.0-rc", "16.0-beta", "above"],
  ];
  it.each(table)("%s against %s is %s", (stated, bound, standing) => {
    expect(standingOf(read(stated), read(bound))).toBe(standing);
  });
});
