// Reading a demand: what it means, that JSON-LD and Turtle mean the same, and every refusal of the whole by its name.
import { describe, expect, it } from "vitest";
import { type Condition, type Demand, criteriaOf } from "../../functions/compatibility/demand/demand.ts";
import { conditionName } from "../../functions/compatibility/demand/path.ts";
import { MPLI, PLACE, demand, readJson, readTurtle } from "./reading.ts";

const database = {
  currency: "EUR",
  presents: ["legal-person", "terms"],
  accepts: ["https://cloud.example/terms", "https://cloud.example/dpa"],
  customer: { country: "NL" },
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
[] a mpli:Demand ; schema:priceCurrency "EUR" ; mpli:presents "terms", "legal-person" ;
  mpli:accepts <https://cloud.example/dpa>, <https://cloud.example/terms> ;
  mpli:customer [ mpli:country place:NL ] ;
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

/** The criteria of the musts of one component. */
const criteria = ({ components }: Demand, name: string) =>
  components.find((each) => each.name === name)?.must.flatMap(({ condition }) => criteriaOf(condition)) ?? [];

describe("a demand", () => {
  it("means the same in JSON-LD and in Turtle", async () => {
    const fromJson = await readJson(database);
    expect(fromJson).toMatchObject({ ok: true });
    expect(await readTurtle(turtle)).toEqual(fromJson);
  });

  it("means the same with its vocabulary's other address", async () => {
    const other = turtle.replaceAll("schema:", "old:");
    expect(await readTurtle(`PREFIX old: <https://schema.org/> ${other}`)).toEqual(await readJson(database));
  });

  it("has components in the order of their names and requirements in the order of what they say", async () => {
    const [cluster, db] = (await demand(database)).components;
    expect([cluster?.name, db?.name]).toEqual(["cluster", "db"]);
    expect(db?.must.map(({ condition }) => conditionName(condition))).toEqual([
      "certification",
      "engine",
      "engineVersion",
      "memory",
      "region",
      "vcpus",
    ]);
  });

  it("types bounds by the property that they are on", async () => {
    const [certification, , version, memory, region] = criteria(await demand(database), "db");
    expect(certification?.bounds).toEqual([
      { operator: "is", value: { kind: "term", token: `${MPLI}ISO27001` } },
    ]);
    expect(version?.bounds[0]).toMatchObject({ value: { kind: "version", version: { numbers: [16] } } });
    expect(memory?.bounds[0]).toMatchObject({ value: { kind: "quantity", quantity: { base: 2 ** 35 } } });
    expect(region?.bounds).toEqual([{ operator: "within", areas: [`${PLACE}CH`, `${PLACE}EU`] }]);
    expect(region?.expected).toEqual({ within: ["CH", "EU"] });
  });

  it("has defaults: one of each, 730 hours, asserted evidence, weight 1, the ontology's reading of absence", async () => {
    const read = await demand({
      component: {
        class: "Storage",
        must: [{ on: "certification", is: "C5" }],
        should: [{ on: "iops", atLeast: 9 }],
      },
    });
    expect(read).toEqual({
      components: [expect.anything()],
      together: [],
      latencies: [],
      preferences: [],
      customer: { presents: new Set(), accepts: new Set() },
      notEvaluated: [],
    });
    expect(read.components[0]).toMatchObject({
      name: "service",
      count: 1,
      usage: { hoursPerMonth: { numerator: 730n, denominator: 1n } },
      must: [
        {
          strength: "must",
          weight: 1_000_000,
          condition: { evidence: { party: "asserted" }, absent: "violated", atLeastCount: 1 },
        },
      ],
      should: [{ strength: "should", weight: 1_000_000, condition: { absent: "unknown", per: "month" } }],
    });
  });

  it("takes full IRIs for regions, schemes and areas of others", async () => {
    const read = await demand({
      component: {
        name: "a",
        class: "Storage",
        must: [
          { on: "region", is: "https://cloud.example/regions/fra" },
          { on: "certification", is: "https://schemes.example/x" },
        ],
      },
    });
    expect(criteria(read, "a").map(({ expected }) => expected)).toEqual([
      { is: "https://schemes.example/x" },
      { is: "https://cloud.example/regions/fra" },
    ]);
  });

  it("keeps what the customer presents, accepts and where it is", async () => {
    expect((await demand(database)).customer).toEqual({
      presents: new Set(["legal-person", "terms"]),
      accepts: new Set(["https://cloud.example/dpa", "https://cloud.example/terms"]),
      country: `${PLACE}NL`,
    });
  });

  it("names what it says and these rules pass over", async () => {
    const { notEvaluated } = await demand({
      "https://w3id.org/mpli/ns#colour": "green",
      component: [{ name: "a", class: "Storage", usage: { hoursPerMonth: 1, "mpli:memory": "1 GiBy" } }],
      together: [{ maxProviders: 1 }],
      prefer: ["cheapest"],
    });
    expect(notEvaluated).toEqual([`${MPLI}colour`, "memory"]);
  });
});

describe("the criteria of a condition", () => {
  it("are those of all its parts, outermost first", async () => {
    const not = {
      not: {
        anyOf: [
          { on: "engine", is: "mysql" },
          { on: "vcpus", is: 1 },
        ],
      },
    };
    const { components } = await demand({ component: { class: "Storage", must: [not] } });
    const [condition] = components[0]?.must.map((each): Condition => each.condition) ?? [];
    expect(condition && criteriaOf(condition).map(({ name }) => name)).toEqual(["engine", "vcpus"]);
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
      { code: "unknown-class", class: `${MPLI}Toaster` },
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
      "with a requirement on price and no currency",
      { component: { ...component, should: [{ on: "price", atMost: 1 }] } },
      { code: "currency-needed", component: "a", on: "price" },
    ],
    [
      "with a requirement on price within another and no currency",
      { component: { ...component, must: [{ not: { anyOf: [{ on: "price", atMost: 1 }] } }] } },
      { code: "currency-needed", component: "a", on: "price" },
    ],
    [
      "with a budget and no currency",
      { component, together: [{ budget: 900 }] },
      { code: "currency-needed", on: "budget" },
    ],
    [
      "for two customers",
      { component, customer: [{ country: "NL" }, { country: "DE" }] },
      { code: "several-values", term: "customer" },
    ],
    [
      "for a customer of two countries",
      { component, customer: { country: ["NL", "DE"] } },
      { code: "several-values", term: "country" },
    ],
    [
      "for a customer nowhere",
      { component, customer: { country: "XX" } },
      { code: "value-does-not-fit", term: "country", given: `${PLACE}XX` },
    ],
    [
      "for a customer in an area that is no country",
      { component, customer: { country: "EU" } },
      {
        code: "value-does-not-fit",
        term: "country",
        given: `${PLACE}EU`,
        expected: 'a country such as "NL"',
      },
    ],
    [
      "for a customer who says more than a country",
      { component, customer: { country: "NL", "schema:name": "x" } },
      { code: "unknown-requirement-term", term: "name" },
    ],
  ];
  it.each(cases)("%s", async (_, members, refusal) => {
    expect(await readJson(members)).toMatchObject({ ok: false, refusal });
  });

  it("when the graph holds none, or two", async () => {
    expect(await readTurtle("<urn:a> a <urn:b> .")).toMatchObject({ refusal: { code: "no-demand" } });
    expect(await readTurtle("<urn:a> a mpli:Demand . <urn:b> a mpli:Demand .")).toMatchObject({
      refusal: { code: "several-demands" },
    });
  });
});
