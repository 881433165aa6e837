import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { CONTEXT } from "../../graph.ts";
import { componentsIn, costs, part, reportOf, ware } from "../../steps/compositions.ts";
import { RARE } from "../../steps/demands.ts";
import { PLACES } from "../../steps/prices.ts";

const LISTS = ["credentials", "sources", "warnings", "component", "compositions", "missing", "removals"];
const DIGEST = /^[0-9a-f]{64}$/;

export default defineCase({
  title:
    "A composition is answered with a report in JSON that names the demand, the manifests and what came of each component",
  requirements: ["MPLI-COMP-101@197f69c3"],
  role: "node",
  feature: "composition",
  expects: "accept",
  hunts: "leaving out lists that are empty",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    await t.shelf([ware("small", "main", { region: "/regions/ams", ...costs("5") })], { place: PLACES });
    const body = {
      "@context": CONTEXT,
      type: "Demand",
      currency: "EUR",
      component: [part("main", { count: 2 })],
    };
    const answer = await t.request(t.endpoint("compose"), { method: "POST", body });
    t.status(answer, 200);
    t.equal(answer.mediaType, "application/json", "the media type where none is asked for is");
    const report = reportOf(t, answer);
    const { demand, snapshot, ruleVersion, currency, outcome, explored } = report;
    for (const digest of [demand, snapshot])
      t.that(DIGEST.test(String(digest)), "digests in `demand` and `snapshot`", String(digest));
    t.that(
      typeof ruleVersion === "string" && ruleVersion !== "",
      "a version in `ruleVersion`",
      String(ruleVersion),
    );
    t.equal([currency, outcome], ["EUR", "optimal"], "the currency and the outcome are");
    t.that(Number.isInteger(explored), "a whole number in `explored`", JSON.stringify(explored));
    for (const name of LISTS)
      t.that(Array.isArray(report[name]), `a list in \`${name}\``, JSON.stringify(report[name]));
    const [{ counts, ...component } = {}] = componentsIn(t, report);
    t.equal(
      [component["name"], component["class"], component["count"], component["choices"]],
      ["main", RARE, 2, 1],
      "name, class, count and choices of the component are",
    );
    t.that(
      Number(Object(counts)["compatible"]) === 1,
      "the one compatible candidate in `counts`",
      JSON.stringify(counts),
    );
  },
});
