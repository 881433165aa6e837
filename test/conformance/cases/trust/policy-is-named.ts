import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { credential, issuer, token, verification } from "../../steps/credentials.ts";

export default defineCase({
  title: "The answer names the policy that it was decided by",
  requirements: ["MPLI-TRUST-039@80024e5a"],
  role: "node",
  feature: "verification",
  expects: "accept",
  hunts: "a decision that nobody can ask about",
  since: "0.1",
  async run(t: Exam) {
    const one = issuer();
    const { policy } = await verification(t, token(one, credential(one)));
    t.that(typeof policy === "string" && policy !== "", "a name in `policy`", JSON.stringify(policy ?? null));
  },
});
