// Requirements that cannot be read: every refusal by its name, with what was found and what was expected.
import { describe, expect, it } from "vitest";
import { readJson, refusalOf } from "./reading.ts";

const engine = (name: string) => ({ on: "engine", is: name });

describe("a requirement is refused by name", () => {
  const at = { component: "db" };
  const misfit = (on: string, term: string, given: string) => ({
    code: "value-does-not-fit",
    ...at,
    on,
    term,
    given,
  });
  const stray = (term: string) => ({ code: "unknown-requirement-term", ...at, term });
  const cases: [requirement: object, refusal: object][] = [
    [
      { on: "memroy", atLeast: "1 GiBy" },
      { code: "unknown-property", property: "https://w3id.org/mpli/ns#memroy" },
    ],
    [
      { on: "city", is: "Ghent" },
      { code: "unknown-property", property: "city" },
    ],
    [{ atLeast: 1 }, { code: "requirement-without-property", ...at }],
    [{ on: ["memory", "storage"], atLeast: "1 GiBy" }, { code: "requirement-without-property" }],
    [{ on: "memory" }, { code: "no-bound", on: "memory" }],
    [{ on: "memory", atLeast: "1 GiBy", "sh:minCount": 1 }, stray("http://www.w3.org/ns/shacl#minCount")],
    [{ on: "memory", atLeast: "1 GiBy", name: "x" }, stray("name")],
    [{ on: "memory", atLeast: "1 GiBy", weight: 2 }, stray("weight")],
    [
      { on: "memory", atLeast: "1 GiBy", per: "month" },
      { ...stray("per"), on: "memory" },
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
    [{ on: "country", within: "Atlantis" }, misfit("country", "within", "Atlantis")],
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
    [{ ...engine("a"), absent: "fine" }, misfit("engine", "absent", "fine")],
    [
      { on: "price", atMost: 1, per: "once" },
      { code: "value-does-not-fit", on: "price", term: "per" },
    ],
    // datatype and kind
    [
      { on: "region", datatype: "string" },
      { code: "operator-does-not-fit", on: "region", term: "datatype" },
    ],
    [
      { on: "price", datatype: "decimal" },
      { code: "operator-does-not-fit", on: "price", term: "datatype" },
    ],
    [
      { on: "engine", kind: "Region" },
      { code: "operator-does-not-fit", on: "engine", term: "kind" },
    ],
    [
      { on: "memory", datatype: ["ucum", "string"] },
      { code: "several-values", on: "memory", term: "datatype" },
    ],
    [
      { on: "region", kind: ["Region", "Country"] },
      { code: "several-values", on: "region", term: "kind" },
    ],
    [{ on: "region", kind: "Regoin" }, misfit("region", "kind", "https://w3id.org/mpli/ns#Regoin")],
    // counts
    [
      { on: "region", within: "EU", atLeastCount: 2 },
      { ...stray("atLeastCount"), on: "region" },
    ],
    [{ on: "region", atLeastCount: 2 }, stray("atLeastCount")],
    [{ on: "region", having: { within: "EU" } }, misfit("region", "atLeastCount", "")],
    [{ on: "region", having: { within: "EU" }, atLeastCount: 0 }, misfit("region", "atLeastCount", "0")],
    [
      { on: "region", having: { within: "EU" }, atLeastCount: 1001 },
      misfit("region", "atLeastCount", "1001"),
    ],
    [
      { on: "region", having: { within: "EU" }, atLeastCount: [1, 2] },
      { code: "several-values", on: "region", term: "atLeastCount" },
    ],
    [
      { on: "region", having: [{ within: "EU" }, { within: "CH" }], atLeastCount: 2 },
      { code: "several-values", on: "region", term: "having" },
    ],
    [
      { on: "region", having: { within: "EU" }, is: "DE", atLeastCount: 2 },
      { ...stray("is"), on: "region" },
    ],
    [{ on: "region", having: { within: "EU", absent: "violated" }, atLeastCount: 2 }, stray("absent")],
    [
      { on: "region", having: {}, atLeastCount: 2 },
      { code: "no-bound", on: "region" },
    ],
    [
      { on: "memory", having: { within: "EU" }, atLeastCount: 2 },
      { code: "operator-does-not-fit", on: "memory", term: "within" },
    ],
    [
      { on: "price", having: { atMost: 1 }, atLeastCount: 1 },
      { ...stray("having"), on: "price" },
    ],
    // evidence
    [{ ...engine("a"), evidence: "rumoured" }, misfit("engine", "evidence", "rumoured")],
    [
      { ...engine("a"), evidence: ["declared", "attested"] },
      { code: "several-values", on: "engine", term: "evidence" },
    ],
    [
      { ...engine("a"), evidence: [{ party: "declared" }, { anchor: "eidas" }] },
      { code: "several-values", on: "engine", term: "evidence" },
    ],
    [{ ...engine("a"), evidence: { party: "rumoured" } }, misfit("engine", "party", "rumoured")],
    [{ ...engine("a"), evidence: { anchor: "" } }, misfit("engine", "anchor", "")],
    [
      { ...engine("a"), evidence: { anchor: ["eidas", "gaia-x"] } },
      { code: "several-values", on: "engine", term: "anchor" },
    ],
    [{ ...engine("a"), evidence: { notOlderThan: "90" } }, misfit("engine", "notOlderThan", "90")],
    [{ ...engine("a"), evidence: { notOlderThan: "0 d" } }, misfit("engine", "notOlderThan", "0 d")],
    [{ ...engine("a"), evidence: { notOlderThan: "9 GBy" } }, misfit("engine", "notOlderThan", "9 GBy")],
    [
      { ...engine("a"), evidence: { party: "declared", name: "x" } },
      { ...stray("name"), on: "engine" },
    ],
    // anyOf, allOf, not
    [
      { anyOf: [] },
      { code: "value-does-not-fit", ...at, term: "anyOf", expected: "a list of at least one requirement" },
    ],
    [{ allOf: [] }, { code: "value-does-not-fit", ...at, term: "allOf" }],
    [{ anyOf: [engine("a")], on: "engine" }, stray("on")],
    [{ anyOf: [engine("a")], is: "b" }, stray("is")],
    [{ not: engine("a"), absent: "violated" }, stray("absent")],
    [{ allOf: [engine("a")], evidence: "declared" }, stray("evidence")],
    [{ anyOf: [engine("a")], not: engine("b") }, stray("anyOf")],
    [{ anyOf: [engine("a")], allOf: [engine("b")] }, stray("allOf")],
    [{ anyOf: [engine("a")], weight: 2 }, stray("weight")],
    [{ not: [engine("a"), engine("b")] }, { code: "several-values", ...at, term: "not" }],
    [{ not: {} }, { code: "requirement-without-property", ...at }],
    [{ anyOf: [engine("a"), { on: "vcpus" }] }, { code: "no-bound", ...at, on: "vcpus" }],
    [{ anyOf: [{ ...engine("a"), weight: 2 }] }, { ...stray("weight"), on: "engine" }],
  ];
  it.each(cases)("%j", async (requirement, refusal) => {
    expect(await refusalOf(requirement)).toMatchObject(refusal);
  });

  it("also where a wish has a weight that is none, or that stands within", async () => {
    const refusal = async (should: object) => {
      const result = await readJson({ component: { name: "db", class: "Storage", should } });
      return result.ok ? undefined : result.refusal;
    };
    expect(await refusal({ on: "iops", atLeast: 1, weight: 0 })).toMatchObject(misfit("iops", "weight", "0"));
    expect(await refusal({ not: engine("a"), weight: 0 })).toMatchObject(misfit("not", "weight", "0"));
    expect(await refusal({ not: { ...engine("a"), weight: 2 } })).toMatchObject(stray("weight"));
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
    expect(await refusalOf({ on: "region", kind: "Regoin" })).toHaveProperty(
      "expected",
      "the name of a class, or an IRI",
    );
  });

  it("without repeating more than a hundred characters of it", async () => {
    const long = "x".repeat(10_000);
    for (const written of [
      { on: "memory", atLeast: long },
      { on: long, is: "a" },
      { ...engine("a"), [`urn:${long}`]: "b" },
      { on: "region", kind: long },
    ])
      expect(JSON.stringify(await refusalOf(written)).length).toBeLessThan(400);
  });
});
