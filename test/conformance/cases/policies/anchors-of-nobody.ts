import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { issuer } from "../../steps/credentials.ts";
import { TYPE, accepting, expectDecision } from "../../steps/policies.ts";

export default defineCase({
  title: "An issuer with a DID and without a certificate is accepted by no anchor",
  requirements: ["MPLI-POL-024@604b296a"],
  role: "node",
  feature: "policies",
  expects: "refuse",
  hunts: "a category of anchors that nobody compares",
  since: "0.1",
  async run(t: Exam) {
    const one = issuer();
    for (const category of ["qeaa", "pub-eaa", "eidas-seal", "ev"]) {
      const byAnchor = { effect: "accept", anchorCategory: [category], credentialType: [TYPE] };
      await expectDecision(t, one, [byAnchor], "issuer-not-trusted", `a rule for anchors of ${category}`);
      const byBoth = accepting(one, { anchorCategory: [category] });
      await expectDecision(
        t,
        one,
        [byBoth],
        "issuer-not-trusted",
        `a rule for the issuer with an anchor of ${category}`,
      );
    }
    await expectDecision(t, one, [accepting(one)], "passed", "a rule for the issuer alone");
  },
});
