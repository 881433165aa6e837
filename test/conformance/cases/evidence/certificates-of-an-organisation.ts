import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { issuer } from "../../steps/credentials.ts";
import { certifiedParty, evidenceIn, expectReason } from "../../steps/evidence.ts";
import { certificateFor, identityOf } from "../../steps/organisations.ts";

export default defineCase({
  title:
    "A certificate for an organisation is the provider's where somebody else says that it is this organisation",
  requirements: ["MPLI-EVID-044@3bad0a6c", "MPLI-CRED-003@0b7bf36a", "MPLI-EVID-046@bd1d653e"],
  role: "catalogue",
  feature: "evidence",
  expects: "accept",
  hunts: "binding certificates by DIDs alone",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const links = [certificateFor(issuer())];
    const party = await certifiedParty(t, ({ did }) => [...links, identityOf(issuer(), did)]);
    const judged = await expectReason(t, party, "attested", "met");
    t.equal(
      evidenceIn(judged)[0]?.["binding"],
      "legal-identifier",
      "the way in which it is the provider's is",
    );
  },
});
