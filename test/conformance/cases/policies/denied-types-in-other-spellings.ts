import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { issuer } from "../../steps/credentials.ts";
import { accepting, decidedBy, policyOf } from "../../steps/policies.ts";

const IRI = "https://audits.example/ns#AuditCredential";

export default defineCase({
  title: "A type that is denied is denied in whatever spelling",
  requirements: ["MPLI-POL-034@1e29f7ef"],
  role: "node",
  feature: "policies",
  expects: "refuse",
  hunts: "a denial that whoever is denied gets around with a longer name of the type",
  since: "0.1",
  async run(t: Exam) {
    const one = issuer();
    const decided = (denied: string, written: string) =>
      decidedBy(t, one, policyOf([accepting(one), { effect: "deny", credentialType: [denied] }]), {
        type: ["VerifiableCredential", written],
      });
    for (const denied of ["AuditCredential", IRI])
      t.equal(await decided(denied, IRI), "issuer-denied", `${IRI} where ${denied} is denied ends with`);
    t.equal(await decided("AuditCredential", `${IRI}2`), "passed", "another type ends with");
    const strict = policyOf([accepting(one, { credentialType: ["AuditCredential"] })]);
    const type = ["VerifiableCredential", IRI];
    t.equal(
      await decidedBy(t, one, strict, { type }),
      "issuer-not-trusted",
      "another spelling of what is accepted ends with",
    );
  },
});
