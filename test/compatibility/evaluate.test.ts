// The meaning of a criterion: every operator on every kind of value, as truth tables.
import { describe, expect, it } from "vitest";
import { REASONS, outcomeOf } from "../../functions/compatibility/judge/reasons.ts";
import { type Case, MPLI, PLACE, XSD, evaluated, iri, literal } from "./reading.ts";

const tables: Record<string, Case[]> = {
  memory: [
    [{ atLeast: "32 GiBy" }, ["32 GiBy"], "met"],
    [{ atLeast: "32 GiBy" }, ["32768 MiBy"], "met"],
    [{ atLeast: "32 GiBy" }, ["32 GBy"], "below-minimum"],
    [{ atLeast: "32 GiBy" }, ["32767.999 MiBy"], "below-minimum"],
    [{ moreThan: "32 GiBy" }, ["32768 MiBy"], "below-minimum"],
    [{ moreThan: "32 GiBy" }, ["34359738369 By"], "met"],
    [{ atMost: "32 GiBy" }, ["34359738368 By"], "met"],
    [{ atMost: "32 GiBy" }, ["34359738369 By"], "above-maximum"],
    [{ lessThan: "32 GiBy" }, ["32 GiBy"], "above-maximum"],
    [{ lessThan: "32 GiBy" }, ["31 GiBy"], "met"],
    [{ is: "32 GiBy" }, ["32768 MiBy"], "met"],
    [{ is: "32 GiBy" }, ["33 GiBy"], "not-equal"],
    [{ isOneOf: ["16 GiBy", "32 GiBy"] }, ["32768 MiBy"], "met"],
    [{ isOneOf: ["16 GiBy", "32 GiBy"] }, ["24 GiBy"], "not-in-list"],
    [{ atLeast: "32 GiBy" }, ["32 GiBy/s"], "incomparable-unit"],
    [{ isOneOf: ["16 GiBy", "32 GiBy"] }, ["32 GiBy/s"], "incomparable-unit"],
    [{ atLeast: "32 GiBy" }, ["32 GB"], "malformed-value"],
    [{ atLeast: "32 GiBy" }, [iri("https://x.example/32")], "malformed-value"],
    [{ atLeast: "32 GiBy" }, [], "not-stated"],
    [{ atLeast: "32 GiBy", absent: "violated" }, [], "not-stated-closed"],
    [{ atLeast: "8 GiBy", atMost: "32 GiBy" }, ["16 GiBy"], "met"],
    [{ atLeast: "8 GiBy", atMost: "32 GiBy" }, ["4 GiBy"], "below-minimum"],
    [{ atLeast: "8 GiBy", atMost: "32 GiBy" }, ["64 GiBy"], "above-maximum"],
  ],
  vcpus: [
    [{ atLeast: 8 }, [literal("8", `${XSD}integer`)], "met"],
    [{ atLeast: 8 }, [literal("7", `${XSD}integer`)], "below-minimum"],
    [{ is: "8" }, [literal("8.0", `${XSD}decimal`)], "met"],
    [{ isOneOf: [2, 4] }, ["8"], "not-in-list"],
    [{ atLeast: 8 }, ["8 GiBy"], "malformed-value"],
    [{ atLeast: 8 }, ["many"], "malformed-value"],
  ],
  engineVersion: [
    [{ is: "16" }, ["16.4"], "met"],
    [{ is: "16" }, ["15.9"], "not-equal"],
    [{ is: "16.4" }, ["16"], "too-coarse"],
    [{ is: "16.0" }, ["16"], "too-coarse"],
    [{ atLeast: "16" }, ["16"], "met"],
    [{ atLeast: "16" }, ["9.6"], "below-minimum"],
    [{ atLeast: "16" }, ["160"], "met"],
    [{ atLeast: "16.0" }, ["16"], "met"],
    [{ atLeast: "16.4" }, ["16"], "too-coarse"],
    [{ atLeast: "16.4" }, ["17"], "met"],
    [{ moreThan: "16" }, ["16.4"], "below-minimum"],
    [{ moreThan: "16" }, ["17"], "met"],
    [{ moreThan: "16.0" }, ["16"], "too-coarse"],
    [{ atMost: "16" }, ["16.4"], "met"],
    [{ atMost: "16" }, ["17"], "above-maximum"],
    [{ atMost: "16.4" }, ["16"], "too-coarse"],
    [{ lessThan: "16" }, ["16.4"], "above-maximum"],
    [{ lessThan: "16" }, ["15.9"], "met"],
    [{ lessThan: "16.0" }, ["16"], "above-maximum"],
    [{ isOneOf: ["14", "16"] }, ["16.4"], "met"],
    [{ isOneOf: ["14", "16"] }, ["15"], "not-in-list"],
    [{ isOneOf: ["14.1", "16.4"] }, ["16"], "too-coarse"],
    [{ atLeast: "16" }, ["latest"], "malformed-value"],
    [{ atLeast: 16 }, [literal("16", `${XSD}integer`)], "met"],
    [{ atLeast: "1.30" }, [literal("1.3", `${XSD}decimal`)], "malformed-value"],
  ],
  engine: [
    [{ is: "postgresql" }, ["postgresql"], "met"],
    [{ is: "postgresql" }, ["PostgreSQL"], "not-equal"],
    [{ isOneOf: ["mysql", "mariadb"] }, ["mariadb"], "met"],
    [{ isOneOf: ["mysql", "mariadb"] }, ["postgresql"], "not-in-list"],
    [{ matches: "^(my|postgre)sql$" }, ["mysql"], "met"],
    [{ matches: "^(my|postgre)sql$" }, ["mssql"], "pattern-not-matched"],
    [{ is: "postgresql" }, [iri("urn:postgresql")], "malformed-value"],
    [{ is: "postgresql" }, [], "not-stated"],
  ],
  region: [
    [{ within: "EU" }, [iri("urn:fra")], "met"],
    [{ within: "EU" }, [iri("urn:nyc")], "outside-area"],
    [{ within: "EU" }, [iri("urn:moon")], "area-unknown"],
    [{ within: "EU" }, [iri("urn:europe")], "area-unknown"],
    [{ within: "EU" }, [iri(`${PLACE}NL`)], "met"],
    [{ within: ["CH", "DE"] }, [iri("urn:fra")], "met"],
    [{ within: ["CH", "FR"] }, [iri("urn:fra")], "outside-area"],
    [{ within: "EU" }, ["fra"], "malformed-value"],
    [{ is: "urn:fra" }, [iri("urn:fra")], "met"],
    [{ is: "DE" }, [iri("urn:fra")], "not-equal"],
    [{ isOneOf: ["urn:nyc", "urn:fra"] }, [iri("urn:fra")], "met"],
    [{ isOneOf: ["urn:nyc", "CH"] }, [iri("urn:fra")], "not-in-list"],
    [{ within: "EU" }, [], "not-stated"],
  ],
  country: [
    [{ within: "EU" }, [iri(`${PLACE}NL`)], "met"],
    [{ within: "EU" }, [iri(`${PLACE}CH`)], "outside-area"],
    [{ is: "NL" }, [iri(`${PLACE}NL`)], "met"],
    [{ is: "NL" }, [iri(`${PLACE}BE`)], "not-equal"],
    [{ within: "EU" }, ["NL"], "malformed-value"],
    [{ within: "EU" }, [], "not-stated"],
  ],
  certification: [
    [{ is: "ISO27001" }, [iri(`${MPLI}ISO27001`)], "met"],
    [{ is: "ISO27001" }, [iri(`${MPLI}SOC2`)], "not-equal"],
    [{ isOneOf: ["SOC2", "C5"] }, [iri(`${MPLI}C5`)], "met"],
    [{ is: "ISO27001" }, [], "not-stated-closed"],
    [{ is: "ISO27001", absent: "unknown" }, [], "not-stated"],
    [{ is: "ISO27001", evidence: "attested" }, [iri(`${MPLI}ISO27001`)], "evidence-not-checked"],
    [{ is: "ISO27001", evidence: "asserted" }, [iri(`${MPLI}ISO27001`)], "met"],
    [{ is: "ISO27001", evidence: "attested" }, [iri(`${MPLI}SOC2`)], "not-equal"],
    [{ is: "ISO27001" }, ["ISO27001"], "malformed-value"],
    [{ is: "GDPRCoC" }, [iri(`${MPLI}EUCloudCoC`)], "met"],
    [{ is: "GDPRCoC" }, [iri(`${MPLI}GDPRCoC`)], "met"],
    [{ is: "EUCloudCoC" }, [iri(`${MPLI}GDPRCoC`)], "not-equal"],
    [{ is: "EUCloudCoC" }, [iri(`${MPLI}CISPECoC`)], "not-equal"],
    [{ isOneOf: ["SOC2", "GDPRCoC"] }, [iri(`${MPLI}CISPECoC`)], "met"],
    [{ isOneOf: ["SOC2", "EUCloudCoC"] }, [iri(`${MPLI}GDPRCoC`)], "not-in-list"],
    [{ is: "GDPRCoC" }, [iri("urn:code")], "not-equal"],
    [{ is: "GDPRCoC", evidence: { party: "asserted" } }, [iri(`${MPLI}EUCloudCoC`)], "met"],
    [{ is: "GDPRCoC", evidence: { anchor: "a" } }, [iri(`${MPLI}EUCloudCoC`)], "evidence-not-checked"],
    [{ is: "C5", evidence: { notOlderThan: "1 d" } }, [iri(`${MPLI}SOC2`)], "not-equal"],
  ],
  class: [
    [{ is: "Database" }, [iri(`${MPLI}Database`)], "met"],
    [{ is: "Database" }, [iri(`${MPLI}RelationalDatabase`)], "met"],
    [{ is: "Service" }, [iri(`${MPLI}RelationalDatabase`)], "met"],
    [{ is: "RelationalDatabase" }, [iri(`${MPLI}Database`)], "not-equal"],
    [{ isOneOf: ["Cache", "Database"] }, [iri(`${MPLI}GraphDatabase`)], "met"],
    [{ isOneOf: ["Cache", "Search"] }, [iri(`${MPLI}GraphDatabase`)], "not-in-list"],
  ],
};

for (const [on, cases] of Object.entries(tables))
  describe(`a requirement on ${on}`, () => {
    it.each(cases)("%j against %j ends as %s", async (...row) => {
      const { reason, outcome } = await evaluated(on, row);
      expect(reason).toBe(row[2]);
      expect(outcome).toBe(outcomeOf(row[2]));
    });
  });

describe("several stated values are alternatives", () => {
  const cases: Case[] = [
    [{ atLeast: "16 GiBy" }, ["8 GiBy", "32 GiBy"], "met"],
    [{ atLeast: "16 GiBy" }, ["8 GiBy", "4 GiBy"], "below-minimum"],
    [{ atLeast: "16 GiBy" }, ["8 GiBy", "lots"], "malformed-value"],
    [{ atLeast: "16 GiBy" }, ["lots", "32 GiBy"], "met"],
    [{ atLeast: "8 GiBy", atMost: "16 GiBy" }, ["4 GiBy", "32 GiBy"], "below-minimum"],
  ];
  it.each(cases)("%j against %j ends as %s", async (...row) => {
    expect((await evaluated("memory", row)).reason).toBe(row[2]);
  });

  it("names the values that fit, or all when none does", async () => {
    const fits = await evaluated("memory", [{ atLeast: "16 GiBy" }, ["8 GiBy", "32 GiBy", "64 GiBy"], "met"]);
    expect(fits.found.map(({ value }) => value)).toEqual(["32 GiBy", "64 GiBy"]);
    const misses = await evaluated("memory", [{ atLeast: "16 GiBy" }, ["8 GiBy", "4 GiBy"], "met"]);
    expect(misses.found.map(({ value }) => value)).toEqual(["8 GiBy", "4 GiBy"]);
  });

  it("lets no two values share the bounds of one requirement between them", async () => {
    const bounds = { atLeast: "8 GiBy", atMost: "16 GiBy" };
    expect((await evaluated("memory", [bounds, ["64 GiBy", "2 GiBy"], "met"])).outcome).toBe("violated");
  });
});

it("gives every reason an outcome and a sentence", () => {
  for (const [reason, { outcome, says }] of Object.entries(REASONS)) {
    expect(["satisfied", "violated", "unknown"], reason).toContain(outcome);
    expect(says, reason).toMatch(/\{(on|found|expected)\}.*\.$/);
  }
  const satisfied = Object.values(REASONS).filter(({ outcome }) => outcome === "satisfied");
  expect(satisfied).toHaveLength(1);
});
