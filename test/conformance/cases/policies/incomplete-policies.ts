import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { issuer } from "../../steps/credentials.ts";
import { accepting, policyOf, verifyBy } from "../../steps/policies.ts";

export default defineCase({
  title: "Half a policy is none",
  requirements: ["MPLI-POL-013@094f456c"],
  role: "node",
  feature: "policies",
  expects: "refuse",
  hunts: "reading on with what is there",
  since: "0.1",
  async run(t: Exam) {
    const one = issuer();
    const sound = policyOf([accepting(one)]);
    t.status(await verifyBy(t, one, sound), 200);
    for (const missing of ["name", "title", "policyVersion", "rule"]) {
      const { [missing]: _, ...rest } = sound;
      t.refusal(await verifyBy(t, one, rest), 422, "malformed-policy");
    }
    for (const none of [true, 5, [sound], {}, ["open"]])
      t.refusal(await verifyBy(t, one, none), 422, "malformed-policy");
  },
});
