import { defineCase } from "../../case.ts";
import { isObject } from "../../http.ts";
import { resultsOf, shelfOf } from "../../steps/demands.ts";
import { byText } from "../../steps/findings.ts";
import { TERMS } from "../../steps/prerequisites.ts";

const TOKEN = { kind: "presentation", of: "legal-person" };
const ACCEPTANCE = { kind: "acceptance", of: TERMS };
const COUNTRY = { kind: "country" };

/** What offers ask for, what is brought, and what is still to be brought; null for an obstacle that nothing removes. */
const OFFERS = {
  token: { prerequisite: { ask: "legal-person" } },
  terms: { prerequisite: { terms: TERMS } },
  place: { prerequisite: { customerIn: "EU" } },
  all: { prerequisite: { ask: "legal-person", terms: TERMS, customerIn: "EU" } },
  gone: { status: "retired" },
};
const LEFT = [
  [
    {},
    {
      token: [TOKEN],
      terms: [ACCEPTANCE],
      place: [COUNTRY],
      all: [ACCEPTANCE, COUNTRY, TOKEN],
      gone: [null],
    },
  ],
  [
    { customer: { country: "CH" }, presents: ["legal-person"] },
    { token: [], terms: [ACCEPTANCE], place: [null], all: [ACCEPTANCE, null] },
  ],
  [
    { customer: { country: "NL" }, accepts: [TERMS] },
    { token: [TOKEN], terms: [], place: [], all: [TOKEN] },
  ],
] as const;

export default defineCase({
  title: "An obstacle that the customer can remove says what is to be brought, and no other does",
  requirements: ["MPLI-COMP-090@bcb74300", "MPLI-COMP-053@3872706e"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "asking a customer in another country for its country, or terms to be presented",
  since: "0.1",
  writes: true,
  async run(t) {
    const shelf = await shelfOf(t, OFFERS);
    for (const [customer, left] of LEFT) {
      const result = await resultsOf(t, shelf, [{}], customer);
      for (const [offer, expected] of Object.entries(left)) {
        const obstacles = [result(0, offer)["obstacles"] ?? []].flat().filter(isObject);
        const bring = obstacles.map(({ bring: need }) => told(need)).sort(byText);
        t.equal(
          bring,
          expected.map(told).sort(byText),
          `what ${JSON.stringify(customer)} brings to ${offer} yet is`,
        );
      }
    }
  },
});

function told(need: unknown): string {
  return isObject(need) ? [need["kind"], need["of"]].join(" ").trim() : "nothing";
}
