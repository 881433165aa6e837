import { defineCase } from "../../case.ts";
import { demandFor, expectRefused } from "../../steps/demands.ts";
import type { Exam } from "../../exam.ts";

export default defineCase({
  title: "A requirement with a term that belongs elsewhere is refused, and the term is named",
  requirements: ["MPLI-COMP-011@21eed44c"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "taking every term of the vocabulary for a key that does no harm",
  since: "0.1",
  async run(t: Exam) {
    const broken = [
      { count: 2 },
      { hoursPerMonth: 10 },
      { preference: "price" },
      { sameRegion: "db" },
      { ask: "terms" },
    ];
    const problems = await expectRefused(t, "unknown-requirement-term", {
      sound: demandFor({ on: "memory", atLeast: "1 GiBy" }, "should"),
      broken: broken.map((one) => demandFor({ on: "memory", atLeast: "1 GiBy", ...one }, "should")),
    });
    for (const [index, one] of broken.entries()) {
      const local = Object.keys(one)[0]?.replace(/^.*[:#]/, "") ?? "";
      const term = String(problems[index]?.["term"]);
      t.that(term.endsWith(local), `the term ${local} named in \`term\``, term);
    }
  },
});
