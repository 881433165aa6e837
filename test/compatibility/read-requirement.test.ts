// Reading requirements: each form in JSON-LD and Turtle, what stands in what, and how deep.
import { describe, expect, it } from "vitest";
import type { Condition, Demand } from "../../functions/compatibility/demand/demand.ts";
import { spell } from "../../functions/compatibility/demand/order.ts";
import type { DemandRefusal } from "../../functions/compatibility/demand/read-demand.ts";
import type { Result } from "../../functions/kernel/result.ts";
import {
  PLACE,
  XSD,
  criterion,
  readJson,
  readMusts,
  readTurtleMust,
  refusalOf,
  requirement,
} from "./reading.ts";

const engine = (name: string) => ({ on: "engine", is: name });

/** What a read demand asks, or its refusal. */
const asked = (read: Result<Demand, DemandRefusal>) =>
  read.ok ? read.value.components[0]?.must.map(({ condition }) => spell(condition)) : read.refusal;

describe("a requirement means the same in JSON-LD and in Turtle", () => {
  const cases: [written: object, turtle: string][] = [
    [engine("mysql"), `sh:path mpli:engine ; sh:hasValue "mysql"`],
    [{ on: "engine", isOneOf: ["b", "a"] }, `sh:path mpli:engine ; sh:in ("a" "b")`],
    [{ on: "memory", atLeast: "1 GiBy" }, `sh:path mpli:memory ; sh:minInclusive "1 GiBy"^^cdt:ucum`],
    [{ on: "memory", moreThan: "1 GiBy" }, `sh:path mpli:memory ; sh:minExclusive "1 GiBy"^^cdt:ucum`],
    [{ on: "memory", atMost: "1 GiBy" }, `sh:path mpli:memory ; sh:maxInclusive "1 GiBy"^^cdt:ucum`],
    [{ on: "memory", lessThan: "1 GiBy" }, `sh:path mpli:memory ; sh:maxExclusive "1 GiBy"^^cdt:ucum`],
    [{ on: "region", within: "EU" }, `sh:path mpli:region ; mpli:within place:EU`],
    [{ on: "country", within: "EU" }, `sh:path mpli:country ; mpli:within place:EU`],
    [{ on: "engine", matches: "^my" }, `sh:path mpli:engine ; sh:pattern "^my"`],
    [{ on: "vcpus", datatype: "integer" }, `sh:path mpli:vcpus ; sh:datatype xsd:integer`],
    [{ on: "memory", datatype: "ucum" }, `sh:path mpli:memory ; sh:datatype cdt:ucum`],
    [{ on: "engine", datatype: "urn:code" }, `sh:path mpli:engine ; sh:datatype <urn:code>`],
    [{ on: "region", kind: "Region" }, `sh:path mpli:region ; sh:class mpli:Region`],
    [{ on: "region", kind: "urn:zone" }, `sh:path mpli:region ; sh:class <urn:zone>`],
    [
      { on: "region", having: { within: "EU", kind: "Region" }, atLeastCount: 2 },
      `sh:path mpli:region ; sh:qualifiedMinCount 2 ;
        sh:qualifiedValueShape [ sh:class mpli:Region ; mpli:within place:EU ]`,
    ],
    [
      { anyOf: [engine("mysql"), engine("mariadb")] },
      `sh:or ( [ sh:path mpli:engine ; sh:hasValue "mariadb" ] [ sh:path mpli:engine ; sh:hasValue "mysql" ] )`,
    ],
    [
      { allOf: [engine("mysql"), { on: "vcpus", is: 2 }] },
      `sh:and ( [ sh:path mpli:engine ; sh:hasValue "mysql" ] [ sh:path mpli:vcpus ; sh:hasValue 2 ] )`,
    ],
    [{ not: engine("mysql") }, `sh:not [ sh:path mpli:engine ; sh:hasValue "mysql" ]`],
    [{ not: { anyOf: [engine("a")] } }, `sh:not [ sh:or ( [ sh:path mpli:engine ; sh:hasValue "a" ] ) ]`],
    [
      { ...engine("a"), evidence: "certified" },
      `sh:path mpli:engine ; sh:hasValue "a" ; mpli:minimumEvidence "certified"`,
    ],
    [
      { ...engine("a"), evidence: { party: "attested", anchor: "eidas", notOlderThan: "90 d" } },
      `sh:path mpli:engine ; sh:hasValue "a" ; mpli:minimumEvidence [
        mpli:notOlderThan "90 d"^^cdt:ucum ; mpli:anchor "eidas" ; mpli:party "attested" ]`,
    ],
    [
      { ...engine("a"), evidence: { anchor: { id: "https://trust.example/list" } } },
      `sh:path mpli:engine ; sh:hasValue "a" ;
        mpli:minimumEvidence [ mpli:anchor <https://trust.example/list> ]`,
    ],
    [
      { ...engine("a"), absent: "violated" },
      `sh:path mpli:engine ; sh:hasValue "a" ; mpli:absent "violated"`,
    ],
    [{ on: "price", atMost: 1, per: "year" }, `sh:path mpli:price ; sh:maxInclusive 1 ; mpli:per mpli:year`],
  ];
  it.each(cases)("%j", async (written, turtle) => {
    const fromJson = await readMusts(written);
    expect(fromJson).toMatchObject({ ok: true });
    expect(asked(await readTurtleMust(`_:must ${turtle} .`))).toEqual(asked(fromJson));
  });
});

describe("a requirement", () => {
  it("keeps the datatype and the class that it asks for", async () => {
    expect((await criterion({ on: "vcpus", datatype: "integer" })).bounds).toEqual([
      { operator: "datatype", datatype: `${XSD}integer` },
    ]);
    expect(await criterion({ on: "region", kind: "Region" })).toMatchObject({
      bounds: [{ operator: "kind", class: "https://w3id.org/mpli/ns#Region" }],
      expected: { kind: "Region" },
    });
  });

  it("counts values that meet the bounds in having, and asks for one otherwise", async () => {
    expect(await criterion({ on: "region", having: { within: "EU" }, atLeastCount: 3 })).toMatchObject({
      atLeastCount: 3,
      bounds: [{ operator: "within", areas: [`${PLACE}EU`] }],
      expected: { within: ["EU"] },
    });
    expect(await criterion({ on: "region", within: "EU" })).toMatchObject({ atLeastCount: 1 });
  });

  it("asks for a party to stand for its value, and perhaps more", async () => {
    const evidence = async (written: string | object) =>
      (await criterion({ ...engine("a"), evidence: written })).evidence;
    expect(await evidence("declared")).toEqual({ party: "declared" });
    expect(await evidence({ party: "accredited" })).toEqual({ party: "accredited" });
    expect(await evidence({ party: "declared", anchor: "eidas", notOlderThan: "2 h" })).toMatchObject({
      party: "declared",
      anchor: "eidas",
      notOlderThan: { base: 7200, dimension: "time" },
    });
  });

  it("asks for an attestation where it names only an anchor or an age", async () => {
    const party = async (evidence: object) => (await criterion({ ...engine("a"), evidence })).evidence.party;
    expect(await party({ anchor: "eidas" })).toBe("attested");
    expect(await party({ notOlderThan: "1 d" })).toBe("attested");
  });

  it("has a weight in exact millionths", async () => {
    const weight = async (written: number) => {
      const should = [{ ...engine("a"), weight: written }];
      const result = await readJson({ component: { class: "Storage", should } });
      return result.ok ? result.value.components[0]?.should[0]?.weight : result.refusal;
    };
    expect(await weight(0.000001)).toBe(1);
    expect(await weight(2.5)).toBe(2_500_000);
    expect(await weight(1_000_000)).toBe(10 ** 12);
    expect(await weight(0.0000001)).toMatchObject({ code: "value-does-not-fit", term: "weight" });
  });

  it("has a weight on anyOf, allOf and not as on a property", async () => {
    const should = [{ not: engine("a"), weight: 2 }];
    const result = await readJson({ component: { class: "Storage", should } });
    expect(result).toMatchObject({
      value: { components: [{ should: [{ weight: 2_000_000, condition: { kind: "not" } }] }] },
    });
  });
});

describe("the parts of a requirement", () => {
  const parts = async (written: object): Promise<readonly Condition[]> => {
    const { condition } = await requirement(written);
    return condition.kind === "criterion" ? [] : condition.of;
  };

  it("are in the order of what they say, wherever they stood", async () => {
    const list = [engine("c"), { not: engine("b") }, { anyOf: [engine("e"), engine("d")] }, engine("a")];
    for (const kind of ["anyOf", "allOf"]) {
      const [first, second] = [await parts({ [kind]: list }), await parts({ [kind]: list.toReversed() })];
      expect(first.map(spell)).toEqual(second.map(spell));
      expect(first.map(spell)).toEqual(first.map(spell).toSorted());
    }
  });

  it("do not depend on the order of values within them", async () => {
    const [first] = await parts({ anyOf: [{ on: "region", isOneOf: ["DE", "FR"] }] });
    const [second] = await parts({ anyOf: [{ on: "region", isOneOf: ["FR", "DE"] }] });
    expect(first).toEqual(second);
  });

  it.each([
    [{ atLeast: "8 GiBy" }, { atLeast: "9 GiBy" }],
    [{ atLeast: "8 GiBy" }, { moreThan: "8 GiBy" }],
    [{ is: "8 GiBy" }, { is: "8 GiBy", absent: "violated" }],
    [{ is: "8 GiBy" }, { is: "8 GiBy", evidence: "declared" }],
    [{ is: "8 GiBy" }, { having: { is: "8 GiBy" }, atLeastCount: 2 }],
    [
      { is: "8 GiBy", evidence: { anchor: "a" } },
      { is: "8 GiBy", evidence: { anchor: "b" } },
    ],
    [
      { is: "8 GiBy", evidence: { notOlderThan: "1 d" } },
      { is: "8 GiBy", evidence: { notOlderThan: "2 d" } },
    ],
  ])("tell %j from %j", async (first, second) => {
    const spelt = async (bounds: object) => spell((await requirement({ on: "memory", ...bounds })).condition);
    expect(await spelt(first)).not.toBe(await spelt(second));
  });
});

describe("a graph that is no tree is refused", () => {
  it.each([
    ["a list without end", "sh:or _:list . _:list rdf:first [ sh:path mpli:engine ] ; rdf:rest _:list ."],
    ["a list that breaks off", "sh:or [ rdf:first [ sh:path mpli:engine ; sh:hasValue 'a' ] ] ."],
    ["no list at all", "sh:or [ sh:path mpli:engine ; sh:hasValue 'a' ] ."],
    ["a text in place of a list", "sh:or 'engine' ."],
  ])("%s", async (_, statements) => {
    expect(asked(await readTurtleMust(`_:must ${statements}`))).toMatchObject({
      code: "value-does-not-fit",
      component: "db",
      term: "anyOf",
      expected: "a list of at least one requirement",
    });
  });

  it("two lists", async () => {
    const list = "( [ sh:path mpli:engine ; sh:hasValue 'a' ] )";
    expect(asked(await readTurtleMust(`_:must sh:or ${list}, ${list} .`))).toEqual({
      code: "several-values",
      component: "db",
      term: "anyOf",
    });
  });

  it("a not that is of itself", async () => {
    expect(asked(await readTurtleMust("_:must sh:not _:must ."))).toEqual({
      code: "requirement-too-deep",
      component: "db",
      limit: 8,
    });
  });

  it("alternatives that contain themselves", async () => {
    expect(asked(await readTurtleMust("_:must sh:or ( _:must _:must ) ."))).toMatchObject({
      code: "requirement-too-deep",
    });
  });

  it("shared parts that double at each level", async () => {
    const levels = Array.from({ length: 6 }, (_, n) => `_:n${n} sh:and ( _:n${n + 1} _:n${n + 1} ) .`);
    const leaf = "_:n6 sh:path mpli:engine ; sh:hasValue 'a' .";
    const diamond = `_:must sh:and ( _:n0 _:n0 ) . ${levels.join(" ")} ${leaf}`;
    expect(asked(await readTurtleMust(diamond))).toEqual({
      code: "too-many-requirements",
      component: "db",
      limit: 64,
    });
  });
});

describe("requirements stand in each other", () => {
  const nested = (depth: number): object => (depth === 0 ? engine("a") : { not: nested(depth - 1) });

  it("eight deep", async () => {
    expect(await readMusts(nested(8))).toMatchObject({ ok: true });
    expect(await refusalOf(nested(9))).toEqual({
      code: "requirement-too-deep",
      component: "db",
      limit: 8,
    });
  });

  it("sixty-four in a component, counting each that is part of another", async () => {
    const alternatives = (count: number) => ({
      anyOf: Array.from({ length: count }, (_, n) => engine(`e${n}`)),
    });
    const refusal = { code: "too-many-requirements", component: "db", limit: 64 };
    expect(await readMusts(alternatives(63))).toMatchObject({ ok: true });
    expect(await refusalOf(alternatives(64))).toEqual(refusal);
    expect(await readMusts(engine("a"), alternatives(62))).toMatchObject({ ok: true });
    expect(await readMusts(engine("a"), alternatives(63))).toMatchObject({ refusal });
  });

  it("sixty-four in a component, wishes among them", async () => {
    const plain = (count: number) => Array.from({ length: count }, (_, n) => ({ on: "iops", atLeast: n }));
    const component = { name: "db", class: "Storage" };
    const read = (must: object[], should: object[]) =>
      readJson({ component: { ...component, must, should } });
    expect(await read(plain(32), plain(32))).toMatchObject({ ok: true });
    expect(await read(plain(33), plain(32))).toMatchObject({ refusal: { code: "too-many-requirements" } });
    expect(await read([], plain(65))).toMatchObject({ refusal: { code: "too-many-requirements" } });
  });
});
