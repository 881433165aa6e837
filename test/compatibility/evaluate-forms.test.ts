// The meaning of a criterion that asks for more than a value: datatypes, classes, paths and counts, as truth tables.
import { describe, expect, it } from "vitest";
import { chooseReason } from "../../functions/compatibility/judge/evaluate.ts";
import { outcomeOf } from "../../functions/compatibility/judge/reasons.ts";
import type { Stated } from "../../functions/compatibility/judge/values.ts";
import { type Case, MPLI, PLACE, XSD, criterion, evaluated, iri, literal } from "./reading.ts";

describe("a requirement on the datatype", () => {
  const integer = (value: string) => literal(value, `${XSD}integer`);
  const cases: [on: string, ...row: Case][] = [
    ["vcpus", { datatype: "integer" }, [integer("8")], "met"],
    ["vcpus", { datatype: "integer" }, ["8"], "datatype-differs"],
    ["vcpus", { datatype: "integer" }, [integer("many")], "malformed-value"],
    ["vcpus", { datatype: "integer" }, [], "not-stated"],
    ["vcpus", { datatype: "integer", atLeast: 8 }, [integer("8")], "met"],
    ["vcpus", { datatype: "integer", atLeast: 8 }, [integer("4")], "below-minimum"],
    ["vcpus", { datatype: "integer", atLeast: 8 }, [integer("4"), "16"], "below-minimum"],
    ["memory", { datatype: "ucum" }, [literal("8 GiBy", "https://w3id.org/cdt/ucum")], "met"],
    ["memory", { datatype: "ucum" }, ["8 GiBy"], "datatype-differs"],
    ["engine", { datatype: "string" }, ["mysql"], "met"],
    // SPARQL's results leave out the datatype of plain strings.
    ["engine", { datatype: "string" }, [{ type: "literal", value: "mysql" }], "met"],
    ["engine", { datatype: "string" }, [literal("mysql", "urn:code")], "datatype-differs"],
    ["engine", { datatype: "urn:code" }, [literal("mysql", "urn:code")], "met"],
    ["engine", { datatype: "string" }, [iri("urn:mysql")], "malformed-value"],
  ];
  it.each(cases)("of %s as %j against %j ends as %s", async (on, ...row) => {
    expect((await evaluated(on, row)).reason).toBe(row[2]);
  });
});

describe("a requirement on the class of a value", () => {
  const cases: [on: string, ...row: Case][] = [
    ["region", { kind: "Region" }, [iri("urn:fra")], "met"],
    ["region", { kind: "Place" }, [iri("urn:fra")], "met"],
    ["region", { kind: "Country" }, [iri("urn:fra")], "class-differs"],
    ["region", { kind: "Region" }, [iri("urn:nyc")], "class-differs"],
    ["region", { kind: "urn:zone" }, [iri("urn:nyc")], "met"],
    ["region", { kind: "Region" }, [iri("urn:ber")], "class-not-stated"],
    ["region", { kind: "Region" }, [iri("urn:ber"), iri("urn:fra")], "met"],
    ["region", { kind: "Region" }, [iri("urn:ber"), iri("urn:nyc")], "class-not-stated"],
    ["region", { kind: "Region", within: "EU" }, [iri("urn:fra")], "met"],
    ["region", { kind: "Region", within: "US" }, [iri("urn:fra")], "outside-area"],
    ["region", { kind: "Region", within: "US" }, [iri("urn:ber")], "outside-area"],
    ["region", { kind: "Region" }, [], "not-stated"],
    ["region", { kind: "Region" }, ["fra"], "malformed-value"],
    ["country", { kind: "Country" }, [iri(`${PLACE}NL`)], "met"],
    ["country", { kind: "Place" }, [iri(`${PLACE}NL`)], "met"],
    ["country", { kind: "Region" }, [iri(`${PLACE}NL`)], "class-differs"],
    ["country", { kind: "Place" }, [iri(`${PLACE}EU`)], "met"],
    ["country", { kind: "Country" }, [iri(`${PLACE}EU`)], "class-differs"],
    ["certification", { kind: "CertificationScheme" }, [iri(`${MPLI}C5`)], "met"],
    ["certification", { kind: "CertificationScheme" }, [iri("urn:pledge")], "met"],
    ["certification", { kind: "CertificationScheme" }, [iri("urn:promise")], "class-not-stated"],
    ["certification", { kind: "Region" }, [iri(`${MPLI}C5`)], "class-differs"],
  ];
  it.each(cases)("of %s as %j against %j ends as %s", async (on, ...row) => {
    expect((await evaluated(on, row)).reason).toBe(row[2]);
  });
});

describe("a requirement along a path", () => {
  const up = ["region", { zeroOrMore: "within" }];
  const cases: [path: unknown[], ...row: Case][] = [
    [["portability", "exportFormat"], { is: "csv" }, ["csv"], "met"],
    [["portability", "exportFormat"], { is: "csv" }, ["parquet"], "not-equal"],
    [["portability", "exportFormat"], { is: "csv" }, [], "not-stated"],
    [["portability", "exportFormat"], { is: "csv", absent: "violated" }, [], "not-stated-closed"],
    [["region", "renewableEnergy"], { is: true }, [literal("1", `${XSD}boolean`)], "met"],
    [["region", "renewableEnergy"], { is: true }, ["false", "true"], "met"],
    [["region", "renewableEnergy"], { is: true }, ["false"], "not-equal"],
    [["region", "renewableEnergy"], { is: true }, ["perhaps"], "malformed-value"],
    [["region", "latitude"], { atLeast: 50 }, [literal("52.37", `${XSD}decimal`)], "met"],
    [["region", "within"], { is: "DE" }, [iri(`${PLACE}DE`)], "met"],
    [["certification", "evidencePage"], { is: "urn:page" }, [], "not-stated-closed"],
    [up, { is: "EU" }, [iri("urn:fra")], "met"],
    [up, { is: "EU" }, [iri("urn:nyc")], "outside-area"],
    [up, { is: "EU" }, [iri("urn:europe")], "area-unknown"],
    [up, { isOneOf: ["CH", "DE"] }, [iri("urn:fra")], "met"],
    [up, { is: "urn:fra" }, [iri("urn:fra")], "met"],
  ];
  it.each(cases)("%j %j against %j ends as %s", async (path, ...row) => {
    expect((await evaluated(path, row)).reason).toBe(row[2]);
  });
});

describe("a count of values", () => {
  const [fra, ber, nyc, europe, moon] = ["fra", "ber", "nyc", "europe", "moon"].map((name) =>
    iri(`urn:${name}`),
  );
  const european = (atLeastCount: number, more: object = {}) => ({
    having: { within: "EU" },
    atLeastCount,
    ...more,
  });
  const places = (...given: (Stated | undefined)[]) => given.flatMap((each) => each ?? []);
  const cases: Case[] = [
    [european(2), places(fra, ber), "met"],
    [european(2), places(fra, ber, nyc, moon), "met"],
    [european(2), places(fra, nyc), "too-few"],
    [european(2), places(fra), "too-few"],
    [european(2), places(fra, europe), "perhaps-too-few"],
    [european(2), places(europe, moon), "perhaps-too-few"],
    [european(3), places(fra, europe), "too-few"],
    [european(3), places(fra, europe, moon, nyc), "perhaps-too-few"],
    [european(1), places(nyc, fra), "met"],
    [european(1), places(nyc), "outside-area"],
    [european(2), [], "not-stated"],
    [european(2, { absent: "violated" }), [], "not-stated-closed"],
    [european(2, { evidence: "attested" }), places(fra, ber), "perhaps-too-few"],
    [european(2, { evidence: "attested" }), places(fra, nyc), "too-few"],
  ];
  it.each(cases)("%j against %j ends as %s", async (...row) => {
    const { reason, outcome } = await evaluated("region", row);
    expect([reason, outcome]).toEqual([row[2], outcomeOf(row[2])]);
  });

  it("names the values that fit, or all when none does", async () => {
    const found = async (...given: (Stated | undefined)[]) =>
      (await evaluated("region", [european(2), places(...given), "met"])).found;
    expect(await found(nyc, fra)).toEqual([fra]);
    expect(await found(nyc, europe)).toEqual([nyc, europe]);
  });

  it("chooses its reason from those of the values, and that of the best where one is enough", async () => {
    const [one, two] = [await criterion({ on: "region", within: "EU" }), european(2)];
    expect(chooseReason(one, ["outside-area", "area-unknown"])).toBe("area-unknown");
    const counted = await criterion({ on: "region", ...two });
    expect(chooseReason(counted, ["met", "area-unknown"])).toBe("perhaps-too-few");
    expect(chooseReason(counted, ["met", "outside-area", "met"])).toBe("met");
  });
});
