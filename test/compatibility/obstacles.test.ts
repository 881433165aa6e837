// What stands in the way of an offer besides requirements: its status, and what its provider asks of customers.
import { describe, expect, it } from "vitest";
import { type Prerequisite, obstaclesOf } from "../../functions/compatibility/judge/obstacles.ts";
import { AROUND, OFFER, PLACE, demand, judged } from "./reading.ts";

const [NL, DE, EU] = ["NL", "DE", "EU"].map((code) => PLACE + code) as [string, string, string];
const TERMS = "https://cloud.example/terms";

async function obstacles(prerequisite: Prerequisite, members: object = {}) {
  const { customer } = await demand({ component: { class: "Database" }, ...members });
  return obstaclesOf({ ...OFFER, prerequisites: [prerequisite] }, customer, AROUND);
}

const from = (country: string) => ({ customer: { country } });
const asked = { on: "prerequisite", outcome: "unknown" };

describe("a prerequisite is met", () => {
  const cases: [prerequisite: Prerequisite, members: object][] = [
    [{ ask: "legal-person" }, { presents: ["terms", "legal-person"] }],
    [{ terms: TERMS }, { accepts: ["https://cloud.example/other", TERMS] }],
    [{ customerIn: [NL] }, from("NL")],
    [{ customerIn: [EU] }, from("NL")],
    [
      { ask: "legal-person", terms: TERMS, customerIn: [EU], page: "https://cloud.example/join" },
      { presents: "legal-person", accepts: TERMS, ...from("DE") },
    ],
  ];
  it.each(cases)("%j by %j", async (prerequisite, members) => {
    expect(await obstacles(prerequisite, members)).toEqual([]);
  });
});

describe("a prerequisite is an obstacle", () => {
  it("where what it asks for is not presented: it can be brought", async () => {
    expect(await obstacles({ ask: "legal-person" }, { presents: ["Legal-Person"] })).toEqual([
      {
        ...asked,
        reason: "prerequisite-not-presented",
        found: ["legal-person"],
        bring: { kind: "presentation", of: "legal-person" },
      },
    ]);
  });

  it("where its terms are not accepted: they can be", async () => {
    expect(await obstacles({ terms: TERMS }, { accepts: [`${TERMS}/2`], presents: [TERMS] })).toEqual([
      { ...asked, reason: "terms-not-accepted", found: [TERMS], bring: { kind: "acceptance", of: TERMS } },
    ]);
  });

  it("where the customer is elsewhere: nothing can be brought", async () => {
    expect(await obstacles({ customerIn: [DE] }, from("NL"))).toEqual([
      {
        on: "prerequisite",
        outcome: "violated",
        reason: "customer-elsewhere",
        found: [DE],
        expected: NL,
      },
    ]);
  });

  it("where the customer does not say where it is: that can be brought", async () => {
    expect(await obstacles({ customerIn: [EU] })).toEqual([
      { ...asked, reason: "customer-place-unknown", found: [EU], bring: { kind: "country" } },
    ]);
  });

  it("where the customer's country may lie in the area or not", async () => {
    expect(await obstacles({ customerIn: ["urn:saxony"] }, from("NL"))).toMatchObject([
      { reason: "customer-elsewhere", expected: NL },
    ]);
    const around = { ...AROUND, parents: new Map([["urn:saxony", [DE]]]) };
    const { customer } = await demand({ component: { class: "Database" }, ...from("DE") });
    const offer = { ...OFFER, prerequisites: [{ customerIn: ["urn:saxony"] }] };
    expect(obstaclesOf(offer, customer, around)).toEqual([
      { ...asked, reason: "customer-place-unknown", found: ["urn:saxony"] },
    ]);
  });

  it("for each part of it that is not met, with the page that explains it", async () => {
    const page = "https://cloud.example/join";
    const all: Prerequisite = { ask: "legal-person", terms: TERMS, customerIn: [DE], page };
    const reasons = async (members: object) =>
      (await obstacles(all, members)).map((each) => [each.reason, each.page]);
    expect(await reasons(from("NL"))).toEqual([
      ["prerequisite-not-presented", page],
      ["terms-not-accepted", page],
      ["customer-elsewhere", page],
    ]);
    expect(await reasons({ ...from("DE"), presents: "legal-person" })).toEqual([
      ["terms-not-accepted", page],
    ]);
  });

  it("where these rules know nothing of what it asks for", async () => {
    const members = { presents: ["legal-person", "https://cloud.example/join"] };
    expect(await obstacles({ page: "https://cloud.example/join" }, members)).toEqual([
      {
        ...asked,
        reason: "prerequisite-not-presented",
        found: ["https://cloud.example/join"],
        page: "https://cloud.example/join",
      },
    ]);
    expect(await obstacles({}, members)).toMatchObject([{ found: ["something unnamed"] }]);
  });
});

describe("the obstacles of an offer", () => {
  it("are the status first, then the prerequisites in their order", async () => {
    const { customer } = await demand({ component: { class: "Database" } });
    const prerequisites = [{ terms: TERMS }, { ask: "legal-person" }];
    const found = obstaclesOf({ ...OFFER, status: "retired", prerequisites }, customer, AROUND);
    expect(found.map(({ on, reason, outcome }) => [on, reason, outcome])).toEqual([
      ["status", "withdrawn", "violated"],
      ["prerequisite", "terms-not-accepted", "unknown"],
      ["prerequisite", "prerequisite-not-presented", "unknown"],
    ]);
    expect(found[0]).toMatchObject({ found: ["retired"] });
  });

  it("are none where it is sold to everybody", async () => {
    const { customer } = await demand({ component: { class: "Database" } });
    expect(obstaclesOf({ ...OFFER, status: "active" }, customer, AROUND)).toEqual([]);
  });

  it.each([
    [[{ terms: TERMS }], { accepts: TERMS }, "compatible"],
    [[{ terms: TERMS }], {}, "undetermined"],
    [[{ customerIn: [EU] }], from("NL"), "compatible"],
    [[{ customerIn: [EU] }], {}, "undetermined"],
    [[{ customerIn: [EU] }], from("CH"), "incompatible"],
    [[{ customerIn: [EU] }, { ask: "legal-person" }], from("CH"), "incompatible"],
  ])("%j before a customer with %j make it %s", async (prerequisites, members, verdict) => {
    expect((await judged({}, { prerequisites }, members)).verdict).toBe(verdict);
  });
});
