import { defineCase } from "../../case.ts";
import { requirementsOf } from "../../steps/demands.ts";
import type { Exam } from "../../exam.ts";
import { isObject } from "../../http.ts";
import { REASONS } from "../../steps/reasons.ts";
import { askForWhatIsSold, onlyComponent } from "../../steps/reports.ts";

export default defineCase({
  title: "Every reason is one of the table, with the outcome that stands there",
  requirements: ["MPLI-COMP-052@1a881366"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "codes of a node's own, or a reason whose outcome depends on the requirement",
  since: "0.1",
  async run(t: Exam) {
    const { results } = onlyComponent(t, await askForWhatIsSold(t, "?limit=100"));
    if (results.length === 0) t.cannotTell("there are no results");
    for (const result of results) {
      const obstacles = [result["obstacles"] ?? []].flat().filter(isObject);
      for (const { reason, outcome } of [...requirementsOf(result), ...obstacles]) {
        const expected = REASONS[String(reason)];
        t.that(expected !== undefined, "a reason of the table", JSON.stringify(reason));
        t.equal(outcome, expected, `the outcome of the reason ${String(reason)} is`);
      }
    }
  },
});
