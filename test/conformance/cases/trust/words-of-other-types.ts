import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { SUBJECTS, typed } from "../../steps/credential-types.ts";
import { expectFault, expectValid, issuer, token } from "../../steps/credentials.ts";

const UNDEFINED = ["contexts", "failed", "undefined-term"] as const;

export default defineCase({
  title: "The words of a type of credential mean nothing in a credential that does not have the type",
  requirements: ["MPLI-CRED-002@fbdd3284"],
  role: "node",
  feature: "verification",
  expects: "refuse",
  hunts: "a certification that hides in a credential which nobody accepts for one",
  since: "0.1",
  async run(t: Exam) {
    const one = issuer();
    for (const [type, subject] of Object.entries(SUBJECTS)) {
      const other = type === "BillingCredential" ? "CertificationCredential" : "BillingCredential";
      const foreign = token(one, typed(one, other, subject));
      await expectFault(t, foreign, UNDEFINED, `what a ${type} says in a ${other}`);
    }
    const plain = { ...typed(one, "CertificationCredential"), type: ["VerifiableCredential"] };
    await expectFault(t, token(one, plain), UNDEFINED, "a certification without the type");
    await expectValid(t, token(one, typed(one, "CertificationCredential")), "the one with the type");
  },
});
