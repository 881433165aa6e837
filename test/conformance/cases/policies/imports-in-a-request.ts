import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { reply } from "../../parties/provider.ts";
import { issuer } from "../../steps/credentials.ts";
import { accepting, policyOf, verifyBy } from "../../steps/policies.ts";

export default defineCase({
  title: "A policy in a request that imports another is refused, and nobody is asked for it",
  requirements: ["MPLI-POL-018@cba44a12", "MPLI-POL-019@1bb63279"],
  role: "node",
  feature: "policies",
  expects: "refuse",
  hunts: "fetching what a stranger names, for every request",
  since: "0.1",
  async run(t: Exam) {
    const [one, party] = [issuer(), await t.party()];
    const other = JSON.stringify(policyOf([accepting(one)]));
    party.answer("/policy", () => reply(200, "application/ld+json", other));
    const imports = [{ policy: `${party.origin}/policy`, digest: "0".repeat(64) }];
    t.status(await verifyBy(t, one, policyOf([accepting(one)])), 200);
    t.refusal(await verifyBy(t, one, policyOf([accepting(one)], { imports })), 422, "policy-with-imports");
    t.equal(
      party.asked.map(({ path }) => path),
      [],
      "the paths that were asked are",
    );
  },
});
