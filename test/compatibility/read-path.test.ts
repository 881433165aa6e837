// Paths of requirements: the sequences that lead somewhere, and every other form refused by its name.
import { describe, expect, it } from "vitest";
import { keyOf } from "../../functions/compatibility/demand/path.ts";
import { MPLI, PLACE, criterion, readMusts, readTurtleMust, refusalOf } from "./reading.ts";

const within = { zeroOrMore: "within" };

describe("a path", () => {
  const cases: [path: unknown[], bound: object, turtle: string, key: string, name: string][] = [
    [["memory"], { is: "1 GBy" }, `( mpli:memory ) ; sh:hasValue "1 GBy"`, "memory", "memory"],
    [
      ["portability", "exportFormat"],
      { is: "csv" },
      `( mpli:portability mpli:exportFormat ) ; sh:hasValue "csv"`,
      "portability exportFormat",
      "portability/export",
    ],
    [
      ["portability", "importFormat"],
      { is: "csv" },
      `( mpli:portability mpli:importFormat ) ; sh:hasValue "csv"`,
      "portability importFormat",
      "portability/import",
    ],
    [
      ["certification", "scheme"],
      { is: "C5" },
      `( mpli:certification mpli:scheme ) ; sh:hasValue mpli:C5`,
      "certification scheme",
      "certification/scheme",
    ],
    [
      ["region", "renewableEnergy"],
      { is: true },
      `( mpli:region mpli:renewableEnergy ) ; sh:hasValue true`,
      "region renewableEnergy",
      "region/renewableEnergy",
    ],
    [
      ["region", "city"],
      { matches: "^Gh" },
      `( mpli:region mpli:city ) ; sh:pattern "^Gh"`,
      "region city",
      "region/city",
    ],
    [
      ["prerequisite", "ask"],
      { is: "terms" },
      `( mpli:prerequisite mpli:ask ) ; sh:hasValue "terms"`,
      "prerequisite ask",
      "prerequisite/ask",
    ],
    [
      ["delivery", "by"],
      { is: "api" },
      `( mpli:delivery mpli:by ) ; sh:hasValue "api"`,
      "delivery by",
      "delivery/by",
    ],
    [
      ["region", within],
      { is: "EU" },
      `( mpli:region [ sh:zeroOrMorePath mpli:within ] ) ; sh:hasValue place:EU`,
      "region",
      "region/within*",
    ],
    [
      ["country", within],
      { isOneOf: ["EU", "CH"] },
      `( mpli:country [ sh:zeroOrMorePath mpli:within ] ) ; sh:in ( place:CH place:EU )`,
      "country",
      "country/within*",
    ],
  ];
  it.each(cases)("%j with %j means the same in Turtle", async (path, bound, turtle, key, name) => {
    const fromJson = await readMusts({ path, ...bound });
    expect(fromJson).toMatchObject({ ok: true });
    const spelt = (value: unknown) =>
      JSON.stringify(value, (_, each) => (typeof each === "bigint" ? `${each}` : each));
    expect(spelt(await readTurtleMust(`_:must sh:path ${turtle} .`))).toBe(spelt(fromJson));
    const read = await criterion({ path, ...bound });
    expect(keyOf(read.path)).toBe(
      key
        .split(" ")
        .map((step) => MPLI + step)
        .join(" "),
    );
    expect(read.name).toBe(name);
  });

  it("of one property is that property", async () => {
    expect(await criterion({ path: ["memory"], is: "1 GBy" })).toEqual(
      await criterion({ on: "memory", is: "1 GBy" }),
    );
  });

  it("reaches what a property of nodes is compared by, under either name", async () => {
    const [short, long] = [
      await criterion({ on: "certification", is: "C5" }),
      await criterion({ path: ["certification", "scheme"], is: "C5" }),
    ];
    expect(long).toEqual({ ...short, name: "certification/scheme" });
  });

  it("reads absence as the property that it starts with", async () => {
    expect(await criterion({ path: ["certification", "evidencePage"], is: "urn:page" })).toMatchObject({
      absent: "violated",
      comparison: "term",
    });
    expect(await criterion({ path: ["region", "city"], is: "Ghent" })).toMatchObject({
      absent: "unknown",
      comparison: "text",
    });
  });

  it("up through all larger places asks what within asks", async () => {
    const up = await criterion({ path: ["region", within], isOneOf: ["EU", "CH"] });
    const { bounds } = await criterion({ on: "region", within: ["EU", "CH"] });
    expect(up.bounds).toEqual(bounds);
    expect(up.expected).toEqual({ isOneOf: ["CH", "EU"] });
    expect((await criterion({ path: ["region", within], is: "DE" })).bounds).toEqual([
      { operator: "within", areas: [`${PLACE}DE`] },
    ]);
  });

  it("up to larger places can be counted", async () => {
    const path = ["region", within];
    expect(await criterion({ path, having: { is: "EU" }, atLeastCount: 2 })).toMatchObject({
      atLeastCount: 2,
      bounds: [{ operator: "within" }],
    });
  });
});

describe("a path is refused by name", () => {
  const unsupported = (path: string) => ({ code: "unsupported-path", component: "db", path });
  const cases: [path: unknown[], refusal: object][] = [
    [[], { code: "unsupported-path", component: "db" }],
    [["memory", "name"], unsupported("memory/name")],
    [["region", "engine"], unsupported("region/engine")],
    [["portability", "city"], unsupported("portability/city")],
    [["region", "within", "name"], unsupported("region/within/name")],
    [["region", within, "name"], unsupported("region/within*/name")],
    [["region", within, within], unsupported("region/within*/within*")],
    [["memory", within], unsupported("memory/within*")],
    [["certification", within], unsupported("certification/within*")],
    [["region", { zeroOrMore: "region" }], unsupported("region/region*")],
    [[{ zeroOrMore: "region" }, "city"], unsupported("region*/city")],
    [["price", "amount"], { code: "unsupported-path" }],
    [["region", "https://other.example/p"], unsupported("region/https://other.example/p")],
    [["city", "region"], { code: "unknown-property", component: "db", property: "city" }],
    [[within], { code: "unknown-property", property: "within" }],
    [["memroy"], { code: "unknown-property", component: "db" }],
  ];
  it.each(cases)("%j", async (path, refusal) => {
    expect(await refusalOf({ path, is: "x" })).toMatchObject(refusal);
  });

  it.each([
    ["inverse", "[ sh:inversePath mpli:region ]"],
    ["alternative", "[ sh:alternativePath ( mpli:region mpli:country ) ]"],
    ["zero or more, alone", "[ sh:zeroOrMorePath mpli:region ]"],
    ["one or more", "( mpli:region [ sh:oneOrMorePath mpli:within ] )"],
    ["zero or one", "( mpli:region [ sh:zeroOrOnePath mpli:within ] )"],
    ["inverse, within a sequence", "( mpli:region [ sh:inversePath mpli:within ] )"],
    ["alternative, within a sequence", "( mpli:region [ sh:alternativePath ( mpli:city mpli:alias ) ] )"],
    ["two in one step", "( mpli:region [ sh:zeroOrMorePath mpli:within ; sh:oneOrMorePath mpli:within ] )"],
    ["zero or more of a sequence", "( mpli:region [ sh:zeroOrMorePath ( mpli:within mpli:within ) ] )"],
    ["a text as a step", '( mpli:region "city" )'],
    ["a text", '"region"'],
    ["no list", "[ rdf:first mpli:region ]"],
    ["a list without end", "_:list . _:list rdf:first mpli:region ; rdf:rest _:list"],
  ])("%s", async (_, path) => {
    const read = await readTurtleMust(`_:must sh:hasValue place:EU ; sh:path ${path} .`);
    expect(read).toMatchObject({ ok: false, refusal: { code: "unsupported-path", component: "db" } });
  });

  it("with the terms of a step that is not followed", async () => {
    const read = await readTurtleMust("_:must sh:hasValue 'a' ; sh:path [ sh:inversePath mpli:region ] .");
    expect(read).toMatchObject({ refusal: { path: "http://www.w3.org/ns/shacl#inversePath" } });
  });

  it("beside a property", async () => {
    expect(await refusalOf({ on: "memory", path: ["region", "city"], is: "x" })).toMatchObject({
      code: "requirement-without-property",
    });
  });

  it.each(["within", "kind", "atLeast", "matches"])(
    "with %s on all larger places, which only is and isOneOf ask of",
    async (operator) => {
      expect(await refusalOf({ path: ["region", within], [operator]: "EU" })).toMatchObject({
        code: "operator-does-not-fit",
        on: "region/within*",
        term: operator,
      });
    },
  );

  it("where a value at its end does not fit", async () => {
    expect(await refusalOf({ path: ["region", "renewableEnergy"], is: "maybe" })).toMatchObject({
      code: "value-does-not-fit",
      on: "region/renewableEnergy",
      given: "maybe",
      expected: "true or false",
    });
    expect(await refusalOf({ path: ["region", within], is: "Atlantis" })).toMatchObject({
      code: "value-does-not-fit",
      on: "region/within*",
    });
  });
});
