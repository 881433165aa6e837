import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { issuer } from "../../steps/credentials.ts";
import { verifyBy } from "../../steps/policies.ts";

export default defineCase({
  title: "A policy that a node does not have decides nothing, and no other stands in for it",
  requirements: ["MPLI-POL-011@c237345a"],
  role: "node",
  feature: "policies",
  expects: "refuse",
  hunts: "falling back to a policy that believes everyone",
  since: "0.1",
  async run(t: Exam) {
    const one = issuer();
    t.status(await verifyBy(t, one, "open"), 200);
    for (const name of ["no-policy-of-this-name", "Open", " open", "", "open,open"])
      t.refusal(await verifyBy(t, one, name), 422, "unknown-policy");
  },
});
