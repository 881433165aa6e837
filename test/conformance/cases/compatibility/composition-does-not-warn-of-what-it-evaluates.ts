import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import type { Answer } from "../../http.ts";
import { compose, part, ware } from "../../steps/compositions.ts";
import { ask } from "../../steps/demands.ts";
import { warningsOf } from "../../steps/reports.ts";

export default defineCase({
  title: "A composition evaluates what a comparison warns of: together, latencies and the fewest providers",
  requirements: ["MPLI-COMP-102@a87c4768", "MPLI-COMP-054@2ee4d2e0"],
  role: "node",
  feature: "composition",
  expects: "accept",
  hunts: "warning of joint requirements in the report that meets them",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    await t.shelf([ware("main", "main"), ware("side", "side")]);
    const between = ["https://kit.example/regions/a", "https://kit.example/regions/b"];
    const demand = {
      component: [part("main"), part("side")],
      together: [{ maxProviders: 1 }],
      latencyTable: [{ between, latency: "1 ms" }],
      prefer: ["fewestProviders"],
    };
    const terms = (answer: Answer) =>
      warningsOf(t, answer, "not-evaluated").map(({ term }) => String(term).replace(/^.*[#/:]/, ""));
    t.that(
      terms(await ask(t, demand)).includes("together"),
      "a warning of `together` from a comparison",
      "none",
    );
    t.equal(terms(await compose(t, demand)), [], "the terms that a composition did not evaluate are");
  },
});
