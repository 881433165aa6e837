import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { NS } from "../../graph.ts";
import { issuer } from "../../steps/credentials.ts";
import { certificate, certifiedParty, expectReason } from "../../steps/evidence.ts";

export default defineCase({
  title: "What a credential about somebody else says of the provider on the way stands for nothing",
  requirements: ["MPLI-EVID-020@291a21a2"],
  role: "catalogue",
  feature: "evidence",
  expects: "refuse",
  hunts: "reading every statement in a credential as its issuer's word",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const body = issuer();
    const other = await t.party();
    const party = await certifiedParty(t, ({ did }) => {
      const certification = { [`${NS.mpli}scheme`]: { id: `${NS.mpli}ISO27001` } };
      const mentioned = { id: did, [`${NS.mpli}certification`]: certification };
      const credentialSubject = { id: other.did, "https://schema.org/knows": mentioned };
      return [certificate(body, other.did, { credentialSubject })];
    });
    await expectReason(t, party, "attested", "evidence-missing");
  },
});
