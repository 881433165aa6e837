// Reading a demand: what it means, that JSON-LD and Turtle mean the same, and every refusal by its name.
import { describe, expect, it } from "vitest";
import { demand, read, readJson, refusalOf } from "./reading.ts";

const database = {
  currency: "EUR",
  presents: ["legal-person", "terms"],
  component: [
    {
      name: "db",
      class: "RelationalDatabase",
      count: 2,
      usage: { hoursPerMonth: 200.5 },
      must: [
        { on: "engine", isOneOf: ["postgresql", "mysql"] },
        { on: "engineVersion", atLeast: 16 },
        { on: "memory", atLeast: "32 GiBy", atMost: "64 GiBy" },
        { on: "region", within: ["EU", "CH"] },
        { on: "certification", is: "ISO27001", evidence: "attested" },
        { on: "vcpus", atLeast: 8, absent: "violated" },
      ],
      should: [{ on: "price", atMost: 0.5, per: "hour", weight: 2.5 }],
    },
    { name: "cluster", class: "KubernetesCluster" },
  ],
};

const turtle = `
PREFIX mpli: <https://w3id.org/mpli/ns#>
PREFIX place: <https://w3id.org/mpli/place/>
PREFIX schema: <https://schema.org/>
PREFIX sh: <http://www.w3.org/ns/shacl#>
PREFIX cdt: <https://w3id.org/cdt/>
[] a mpli:Demand ; schema:priceCurrency "EUR" ; mpli:presents "terms", "legal-person" ;
  mpli:component [ schema:name "cluster" ; mpli:serviceClass mpli:KubernetesCluster ], [
    schema:name "db" ; mpli:serviceClass mpli:RelationalDatabase ; mpli:count 2 ; mpli:usage [ mpli:hoursPerMonth 200.5 ] ;
    mpli:should [ sh:path mpli:price ; sh:maxInclusive 0.5 ; mpli:per mpli:hour ; mpli:weight 2.5 ] ;
    mpli:must
      [ a mpli:Requirement ; sh:path mpli:vcpus ; sh:minInclusive 8 ; mpli:absent "violated" ],
      [ sh:path mpli:certification ; sh:hasValue mpli:ISO27001 ; mpli:minimumEvidence "attested" ],
      [ sh:path mpli:region ; mpli:within place:CH, place:EU ],
      [ sh:path mpli:memory ; sh:maxInclusive "64 GiBy"^^cdt:ucum ; sh:minInclusive "32 GiBy"^^cdt:ucum ],
      [ sh:path mpli:engineVersion ; sh:minInclusive "16" ],
      [ sh:path mpli:engine ; sh:in ("postgresql" "mysql") ] ] .`;

describe("a demand", () => {
  it("means the same in JSON-LD and in Turtle", async () => {
    const fromJson = await readJson(database);
    expect(fromJson).toMatchObject({ ok: true });
    expect(await read(turtle, "text/turtle")).toEqual(fromJson);
  });

  it("has components in the order of their names and requirements in the order of what they say", async () => {
    const [cluster, db] = (await demand(database)).components;
    expect([cluster?.name, db?.name]).toEqual(["cluster", "db"]);
    expect(db?.must.map(({ name }) => name)).toEqual([
      "certification",
      "engine",
      "engineVersion",
      "memory",
      "region",
      "vcpus",
    ]);
  });

  it("types bounds by the property that they are on", async () => {
    const [, db] = (await demand(database)).components;
    const [certification, , version, memory, region] = db?.must ?? [];
    expect(certification?.bounds).toEqual([
      { operator: "is", value: { kind: "token", token: "https://w3id.org/mpli/ns#ISO27001" } },
    ]);
    expect(version?.bounds[0]).toMatchObject({ value: { kind: "version", version: { numbers: [16] } } });
    expect(memory?.bounds[0]).toMatchObject({ value: { kind: "quantity", quantity: { base: 2 ** 35 } } });
    expect(region?.bounds).toEqual([
      { operator: "within", areas: ["https://w3id.org/mpli/place/CH", "https://w3id.org/mpli/place/EU"] },
    ]);
    expect(region?.expected).toEqual({ within: ["CH", "EU"] });
  });

  it("has defaults: one of each, 730 hours, asserted evidence, weight 1, the ontology's reading of absence", async () => {
    const { components } = await demand({
      component: {
        class: "Storage",
        must: [{ on: "certification", is: "C5" }],
        should: [{ on: "iops", atLeast: 9 }],
      },
    });
    expect(components[0]).toMatchObject({
      name: "service",
      count: 1,
      hoursPerMonth: { numerator: 730n, denominator: 1n },
      must: [{ evidence: "asserted", absent: "violated" }],
      should: [{ weight: { numerator: 1n, denominator: 1n }, absent: "unknown", per: "month" }],
    });
  });

  it("takes full IRIs for regions, schemes and areas of others", async () => {
    const { components } = await demand({
      component: {
        class: "Storage",
        must: [
          { on: "region", is: "https://cloud.example/regions/fra" },
          { on: "certification", is: "https://schemes.example/x" },
        ],
      },
    });
    expect(components[0]?.must.map(({ expected }) => expected)).toEqual([
      { is: "https://schemes.example/x" },
      { is: "https://cloud.example/regions/fra" },
    ]);
  });

  it("names what it says and these rules pass over", async () => {
    const { notEvaluated } = await demand({
      trustPolicy: "gaia-x",
      component: [{ name: "a", class: "Storage" }],
      together: [{ budget: 900, per: "month" }],
    });
    expect(notEvaluated).toEqual([
      "https://w3id.org/mpli/ns#together",
      "https://w3id.org/mpli/ns#trustPolicy",
    ]);
  });
});

describe("a demand is refused", () => {
  const component = { name: "a", class: "Storage" };
  const many = (count: number) => Array.from({ length: count }, (_, index) => index);
  const cases: [name: string, members: object, refusal: object][] = [
    ["without a component", {}, { code: "no-component" }],
    [
      "with too many components",
      { component: many(33).map((index) => ({ ...component, name: `c${index}` })) },
      { code: "too-many-components", limit: 32 },
    ],
    [
      "with a component without class",
      { component: { name: "a" } },
      { code: "component-without-class", component: "a" },
    ],
    [
      "with a component of two classes",
      { component: { name: "a", class: ["Storage", "Network"] } },
      { code: "component-without-class" },
    ],
    [
      "with a class that does not exist",
      { component: { class: "Toaster" } },
      { code: "unknown-class", class: "https://w3id.org/mpli/ns#Toaster" },
    ],
    [
      "with a class that is no service",
      { component: { class: "Manifest" } },
      { code: "unknown-class", class: "Manifest" },
    ],
    [
      "with two components, one without a name",
      { component: [component, { class: "Network" }] },
      { code: "component-without-name" },
    ],
    [
      "with two components of one name",
      { component: [component, { ...component, class: "Network" }] },
      { code: "component-without-name", name: "a" },
    ],
    [
      "with too many requirements",
      { component: { ...component, must: many(65).map((index) => ({ on: "iops", atLeast: index })) } },
      { code: "too-many-requirements", limit: 64 },
    ],
    [
      "with a currency that is none",
      { currency: "euro", component },
      { code: "value-does-not-fit", term: "currency", given: "euro" },
    ],
    [
      "with two currencies",
      { currency: ["EUR", "USD"], component },
      { code: "several-values", term: "currency" },
    ],
    [
      "with a count of none",
      { component: { ...component, count: 0 } },
      { code: "value-does-not-fit", term: "count" },
    ],
    [
      "with more hours than a month has",
      { component: { ...component, usage: { hoursPerMonth: 745 } } },
      { code: "value-does-not-fit", term: "hoursPerMonth", component: "a" },
    ],
    [
      "with a requirement on price and no currency",
      { component: { ...component, should: [{ on: "price", atMost: 1 }] } },
      { code: "currency-needed", component: "a" },
    ],
    [
      "with a weight of zero",
      { component: { ...component, should: [{ on: "iops", atLeast: 1, weight: 0 }] } },
      { code: "value-does-not-fit", term: "weight", on: "iops" },
    ],
  ];
  it.each(cases)("%s", async (_, members, refusal) => {
    expect(await readJson(members)).toMatchObject({ ok: false, refusal });
  });

  it("when the graph holds none, or two", async () => {
    expect(await read("<urn:a> a <urn:b> .", "text/turtle")).toMatchObject({
      refusal: { code: "no-demand" },
    });
    const two = "<urn:a> a <https://w3id.org/mpli/ns#Demand> . <urn:b> a <https://w3id.org/mpli/ns#Demand> .";
    expect(await read(two, "text/turtle")).toMatchObject({ refusal: { code: "several-demands" } });
  });
});

describe("a requirement is refused by name", () => {
  const misfit = (on: string, term: string, given: string) => ({
    code: "value-does-not-fit",
    component: "db",
    on,
    term,
    given,
  });
  const cases: [requirement: object, refusal: object][] = [
    [
      { on: "memroy", atLeast: "1 GiBy" },
      { code: "unknown-property", property: "https://w3id.org/mpli/ns#memroy" },
    ],
    [
      { on: "country", is: "DE" },
      { code: "unknown-property", property: "https://w3id.org/mpli/ns#country" },
    ],
    [{ atLeast: 1 }, { code: "requirement-without-property", component: "db" }],
    [{ on: ["memory", "storage"], atLeast: "1 GiBy" }, { code: "requirement-without-property" }],
    [{ on: "memory" }, { code: "no-bound", on: "memory" }],
    [
      { on: "memory", atLeast: "1 GiBy", "sh:minCount": 1 },
      { code: "unknown-requirement-term", term: "http://www.w3.org/ns/shacl#minCount" },
    ],
    [
      { on: "memory", atLeast: "1 GiBy", name: "x" },
      { code: "unknown-requirement-term", term: "name" },
    ],
    [
      { on: "memory", atLeast: "1 GiBy", weight: 2 },
      { code: "unknown-requirement-term", term: "weight" },
    ],
    [
      { on: "memory", atLeast: "1 GiBy", per: "month" },
      { code: "unknown-requirement-term", term: "per" },
    ],
    [{ on: "memory", atLeast: "postgresql" }, misfit("memory", "atLeast", "postgresql")],
    [{ on: "memory", atLeast: "32 GB" }, misfit("memory", "atLeast", "32 GB")],
    [{ on: "memory", atLeast: 32 }, misfit("memory", "atLeast", "32")],
    [{ on: "memory", atLeast: "1 Gbit/s" }, misfit("memory", "atLeast", "1 Gbit/s")],
    [{ on: "vcpus", atLeast: "1 GiBy" }, misfit("vcpus", "atLeast", "1 GiBy")],
    [{ on: "vcpus", atLeast: "eight" }, misfit("vcpus", "atLeast", "eight")],
    [{ on: "engineVersion", atLeast: "newest" }, misfit("engineVersion", "atLeast", "newest")],
    [{ on: "engineVersion", atLeast: 1.3 }, misfit("engineVersion", "atLeast", "1.3")],
    [{ on: "region", within: "Atlantis" }, misfit("region", "within", "Atlantis")],
    [{ on: "region", is: "nowhere" }, misfit("region", "is", "nowhere")],
    [{ on: "region", within: "https://w3id.org/mpli/place/Atlantis" }, { code: "value-does-not-fit" }],
    [{ on: "certification", is: "ISO99999" }, misfit("certification", "is", "ISO99999")],
    [{ on: "certification", is: "hour" }, misfit("certification", "is", "hour")],
    [{ on: "class", is: "Toaster" }, misfit("class", "is", "Toaster")],
    [
      { on: "engine", isOneOf: [] },
      { code: "value-does-not-fit", term: "isOneOf" },
    ],
    [
      { on: "engine", isOneOf: Array.from({ length: 257 }, (_, n) => `e${n}`) },
      { code: "too-many-values", limit: 256 },
    ],
    [
      { on: "engine", is: ["a", "b"] },
      { code: "several-values", on: "engine", term: "is" },
    ],
    [
      { on: "engine", atLeast: "a" },
      { code: "operator-does-not-fit", on: "engine", term: "atLeast" },
    ],
    [
      { on: "memory", within: "EU" },
      { code: "operator-does-not-fit", on: "memory", term: "within" },
    ],
    [
      { on: "memory", matches: "^3" },
      { code: "operator-does-not-fit", on: "memory", term: "matches" },
    ],
    [
      { on: "region", atMost: "EU" },
      { code: "operator-does-not-fit", on: "region", term: "atMost" },
    ],
    [
      { on: "engine", matches: "(a" },
      { code: "unsupported-pattern", on: "engine", pattern: "(a" },
    ],
    [{ on: "engine", is: "a", evidence: "rumoured" }, misfit("engine", "evidence", "rumoured")],
    [{ on: "engine", is: "a", absent: "fine" }, misfit("engine", "absent", "fine")],
    [
      { on: "price", atMost: 1, per: "once" },
      { code: "value-does-not-fit", on: "price", term: "per" },
    ],
  ];
  it.each(cases)("%j", async (requirement, refusal) => {
    expect(await refusalOf(requirement)).toMatchObject(refusal);
  });

  it("and with an expectation that says how to write it", async () => {
    expect(await refusalOf({ on: "memory", atLeast: "postgresql" })).toHaveProperty(
      "expected",
      'a quantity such as "16 GiBy"',
    );
    expect(await refusalOf({ on: "outboundTraffic", atLeast: "1 GiBy" })).toHaveProperty(
      "expected",
      'a quantity such as "16 By/mo"',
    );
  });

  it("without repeating more than a hundred characters of it", async () => {
    const refusal = await refusalOf({ on: "memory", atLeast: "x".repeat(10_000) });
    expect(JSON.stringify(refusal).length).toBeLessThan(400);
  });
});
