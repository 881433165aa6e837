import { defineCase } from "../../case.ts";
import { requirementsOf } from "../../steps/demands.ts";
import type { Exam } from "../../exam.ts";
import { isObject } from "../../http.ts";
import { askForWhatIsSold, onlyComponent } from "../../steps/reports.ts";

/** What is asked for, and the one bound of each as it was written. */
const ASKED: Readonly<Record<string, readonly [operator: string, bound: string]>> = {
  "must memory": ["atLeast", "4 GiBy"],
  "must region": ["within", "EU"],
  "should certification": ["is", "ISO27001"],
  "should engineVersion": ["atLeast", "15"],
  "should price": ["atMost", "200"],
};

export default defineCase({
  title: "Each requirement is stated on each result, with what was asked and what was found",
  requirements: ["MPLI-COMP-051@e14a230b"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "listing only the requirements that decide, or only the musts",
  since: "0.1",
  async run(t: Exam) {
    const { results } = onlyComponent(t, await askForWhatIsSold(t, "?limit=20"));
    t.that(results.length > 0, "at least one result for a class that is sold", "none");
    for (const result of results) {
      const requirements = requirementsOf(result);
      const keys = requirements.map(({ strength, on }) => `${String(strength)} ${String(on)}`);
      t.equal(keys.toSorted(), Object.keys(ASKED), "the requirements of each result are");
      for (const [index, requirement] of requirements.entries()) {
        const { expected, found, message, outcome, reason } = requirement;
        const [operator = "", bound = ""] = ASKED[keys[index] ?? ""] ?? [];
        const states = (holds: boolean, what: string) => t.that(holds, what, JSON.stringify(requirement));
        states(typeof outcome === "string" && typeof reason === "string", "an outcome and a reason");
        states(Array.isArray(found), "a list in `found`");
        states(typeof message === "string" && message.length > 0, "a sentence in `message`");
        const written = isObject(expected) ? JSON.stringify(expected[operator] ?? null) : "";
        states(written.includes(bound), `the bound ${operator} ${bound} in \`expected\``);
      }
    }
  },
});
