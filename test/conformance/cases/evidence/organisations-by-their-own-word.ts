import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import type { JsonObject } from "../../http.ts";
import type { Party } from "../../parties/provider.ts";
import { type Issuer, issuer, issuerAt } from "../../steps/credentials.ts";
import { believing, certifiedParty, evidenceIn, expectReason, policyFor } from "../../steps/evidence.ts";
import { certificateFor, identityOf } from "../../steps/organisations.ts";

export default defineCase({
  title:
    "Which organisation a provider is counts neither by its own word nor by that of whom the policy does not accept",
  requirements: ["MPLI-EVID-045@1fbcdcda", "MPLI-EVID-046@bd1d653e"],
  role: "catalogue",
  feature: "evidence",
  expects: "refuse",
  hunts: "a provider that says it is the organisation which was certified",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const body = issuer();
    const expectUntrusted = async (by: (party: Party) => Issuer, more: JsonObject) => {
      const party = await certifiedParty(t, (self) => [certificateFor(body), identityOf(by(self), self.did)]);
      const judged = await expectReason(t, party, "attested", "evidence-of-another", more);
      t.equal(evidenceIn(judged)[0]?.["unbound"], "identity-not-trusted", "why it is nobody's is");
    };
    await expectUntrusted(issuerAt, {});
    await expectUntrusted(() => issuer(), { trustPolicy: policyFor([believing(body)]) });
  },
});
