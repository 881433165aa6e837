import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { CHECKS, checksIn, enveloped, verify } from "../../steps/credentials.ts";

export default defineCase({
  title:
    "A credential that is secured in an unknown way is not refused, and nobody knows whether it is valid",
  requirements: [
    "MPLI-TRUST-003@79c457fa",
    "MPLI-TRUST-005@9d652931",
    "MPLI-TRUST-006@bd704f55",
    "MPLI-TRUST-007@f435f62a",
    "MPLI-TRUST-008@6a901e83",
    "MPLI-TRUST-009@3dce0980",
  ],
  role: "node",
  feature: "verification",
  expects: "refuse",
  hunts: "calling invalid what was never looked at",
  since: "0.1",
  async run(t: Exam) {
    const id = "data:application/vc+conformance,x";
    const answer = await verify(t, { ...enveloped("x"), id });
    t.status(answer, 200);
    const found = answer.json();
    t.equal([found["outcome"], found["verified"]], ["indeterminate", false], "the outcome is");
    t.equal(
      checksIn(t, found).map(({ outcome, code }) => [outcome, code]),
      CHECKS.map((_, index) => (index === 0 ? ["unknown", "form-unsupported"] : ["not-checked", undefined])),
      "the checks are",
    );
  },
});
