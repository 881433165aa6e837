import { defineCase } from "../../case.ts";
import { demandFor, expectRefused } from "../../steps/demands.ts";
import type { Exam } from "../../exam.ts";

export default defineCase({
  title: "A requirement with a term of another vocabulary is refused, and the term is named",
  requirements: ["MPLI-COMP-011@21eed44c"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "evaluating the terms that are known and passing over the rest",
  since: "0.1",
  async run(t: Exam) {
    const broken = [
      { "https://terms.example/ns#flavour": "light" },
      { "https://terms.example/ns#strict": true },
    ];
    const problems = await expectRefused(t, "unknown-requirement-term", {
      sound: demandFor({ on: "engine", is: "postgresql" }),
      broken: broken.map((one, index) =>
        demandFor({ on: "engine", is: "postgresql", ...one }, index % 2 ? "should" : "must"),
      ),
    });
    for (const [index, one] of broken.entries()) {
      const local = Object.keys(one)[0]?.replace(/^.*[:#]/, "") ?? "";
      const term = String(problems[index]?.["term"]);
      t.that(term.endsWith(local), `the term ${local} named in \`term\``, term);
    }
  },
});
