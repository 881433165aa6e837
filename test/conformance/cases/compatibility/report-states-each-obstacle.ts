import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { isObject } from "../../http.ts";
import { RARE, resultsOf, shelfOf } from "../../steps/demands.ts";
import { TERMS } from "../../steps/prerequisites.ts";

/** Reason, outcome, and a word of what was found. */
const EXPECTED: readonly (readonly [reason: string, outcome: string, word: string])[] = [
  ["customer-elsewhere", "violated", "CH"],
  ["prerequisite-not-presented", "unknown", "legal-person"],
  ["terms-not-accepted", "unknown", TERMS],
  ["withdrawn", "violated", "endOfSale"],
];

export default defineCase({
  title: "Each obstacle states its outcome, its reason, what was found and a sentence",
  requirements: ["MPLI-COMP-053@3872706e", "MPLI-COMP-050@2f9e9db6"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "obstacles for software alone, or one for all parts of a prerequisite",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const prerequisite = { ask: "legal-person", terms: TERMS, customerIn: "EU" };
    const shelf = await shelfOf(t, { db: { class: RARE, status: "endOfSale", prerequisite }, free: {} });
    const result = await resultsOf(t, shelf, [{}], { customer: { country: "CH" } });
    const { requirements, obstacles } = result(0, "free");
    t.that(
      Array.isArray(requirements) && Array.isArray(obstacles),
      "lists, where there is nothing to list",
      "none",
    );
    t.equal(
      [requirements.length, obstacles.length],
      [0, 0],
      "the requirements and obstacles of a free offer are",
    );
    const found = [result(0, "db")["obstacles"] ?? []].flat().filter(isObject);
    const stated = found.map(({ reason, outcome }) => [reason, outcome]).toSorted();
    t.equal(
      stated,
      EXPECTED.map(([reason, outcome]) => [reason, outcome]),
      "the obstacles are",
    );
    for (const [reason, , word] of EXPECTED) {
      const obstacle = found.find((one) => one["reason"] === reason) ?? {};
      const { found: what, message } = obstacle;
      const isStated = Array.isArray(what) && typeof message === "string" && message !== "";
      t.that(isStated, "what was found and a sentence", JSON.stringify(obstacle));
      // What was found may be what the provider asks for, or what the customer says.
      const isNamed = JSON.stringify(what).includes(word) || reason === "customer-elsewhere";
      t.that(isNamed && what.length > 0, `${word} among what was found`, JSON.stringify(what));
    }
  },
});
