import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { issuer } from "../../steps/credentials.ts";
import { listedPolicies, verificationBy } from "../../steps/policies.ts";

export default defineCase({
  title: "A request that names no policy is decided by the one that the list calls the default",
  requirements: ["MPLI-POL-003@ef615862"],
  role: "node",
  feature: "policies",
  expects: "accept",
  hunts: "a list that tells another policy than decides",
  since: "0.1",
  async run(t: Exam) {
    const { list, entries } = await listedPolicies(t);
    const names = entries.map(({ name }) => name);
    t.that(
      names.includes(list["default"]),
      "a listed policy as `default`",
      JSON.stringify(list["default"] ?? null),
    );
    const { policy } = await verificationBy(t, issuer());
    t.equal(policy, list["default"], "the policy of an answer to a request without one is");
  },
});
