import { defineCase } from "../../case.ts";
import { demandFor, expectRefused } from "../../steps/demands.ts";
import type { Exam } from "../../exam.ts";

export default defineCase({
  title: "A requirement with a term of SHACL that the tables do not list is refused, and the term is named",
  requirements: ["MPLI-COMP-011@21eed44c"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "reading it as a shape, and leaving out the constraints that are not implemented",
  since: "0.1",
  async run(t: Exam) {
    const broken = [
      { "sh:minLength": 3 },
      { "sh:minCount": 1 },
      { "sh:not": { "sh:hasValue": "mysql" } },
      { "sh:flags": "i" },
    ];
    const problems = await expectRefused(t, "unknown-requirement-term", {
      sound: demandFor({ on: "engine", matches: "^postgres" }),
      broken: broken.map((one) => demandFor({ on: "engine", matches: "^postgres", ...one })),
    });
    for (const [index, one] of broken.entries()) {
      const local = Object.keys(one)[0]?.replace(/^.*[:#]/, "") ?? "";
      const term = String(problems[index]?.["term"]);
      t.that(term.endsWith(local), `the term ${local} named in \`term\``, term);
    }
  },
});
