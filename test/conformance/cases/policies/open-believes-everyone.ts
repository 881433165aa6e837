import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { issuer } from "../../steps/credentials.ts";
import { decidedBy, listedPolicies } from "../../steps/policies.ts";

export default defineCase({
  title: "By the policy open whoever signs is believed, for every type",
  requirements: ["MPLI-POL-005@4b943d5c"],
  role: "node",
  feature: "policies",
  expects: "accept",
  hunts: "a policy of that name with somebody's exceptions",
  since: "0.1",
  async run(t: Exam) {
    const { entries } = await listedPolicies(t);
    t.that(
      entries.some(({ name }) => name === "open"),
      "the policy open in the list",
      JSON.stringify(entries.map(({ name }) => name)),
    );
    for (const one of [issuer(), issuer("ES256")])
      t.equal(await decidedBy(t, one, "open"), "passed", "a credential of a stranger ends with");
  },
});
