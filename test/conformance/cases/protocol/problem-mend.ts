import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { someRefusals } from "../../steps/some-refusals.ts";

export default defineCase({
  title: "Each problem says in `mend` what the caller can do about it",
  requirements: ["MPLI-PROT-033@53e564de"],
  role: "node",
  feature: "core",
  expects: "refuse",
  hunts: "a problem that says what is wrong, and leaves the caller with it",
  since: "0.1",
  sequence: ["Kit->>Node: a request that is refused", "Node-->>Kit: 4xx, mend"],
  async run(t: Exam) {
    for (const answer of await someRefusals(t)) {
      const { mend, title } = answer.json();
      const isAdvice = typeof mend === "string" && /\w+ \w+/.test(mend) && mend !== title;
      t.that(isAdvice, `some words of advice in \`mend\` of ${answer.url}`, JSON.stringify(mend ?? null));
    }
  },
});
