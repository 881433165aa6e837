import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import type { Party } from "../../parties/provider.ts";
import { issuer } from "../../steps/credentials.ts";
import { certifiedParty, evidenceIn, expectReason } from "../../steps/evidence.ts";
import { certificateFor, identityOf } from "../../steps/organisations.ts";

export default defineCase({
  title: "A certificate for another organisation is worth nothing to a provider that links it",
  requirements: ["MPLI-CRED-003@0b7bf36a", "MPLI-EVID-044@3bad0a6c", "MPLI-EVID-046@bd1d653e"],
  role: "catalogue",
  feature: "evidence",
  expects: "refuse",
  hunts: "a certificate of an organisation that any provider may link",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const number = "NL853746281B01";
    const variants = [
      ["organisation-unknown", () => []],
      ["organisation-unknown", () => [identityOf(issuer(), "did:web:other.conformance.example")]],
      ["other-organisation", ({ did }: Party) => [identityOf(issuer(), did, { vatId: "NL001234567B02" })]],
      ["other-organisation", ({ did }: Party) => [identityOf(issuer(), did, { eori: number })]],
    ] as const;
    for (const [code, identity] of variants) {
      const party = await certifiedParty(t, (self) => [certificateFor(issuer(), number), ...identity(self)]);
      const judged = await expectReason(t, party, "attested", "evidence-of-another");
      t.equal(evidenceIn(judged)[0]?.["unbound"], code, "why it is nobody's is");
    }
  },
});
