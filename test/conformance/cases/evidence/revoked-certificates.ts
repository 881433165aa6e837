import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { issuer, listed, publishList } from "../../steps/credentials.ts";
import { certificate, certifiedParty, expectReason } from "../../steps/evidence.ts";

export default defineCase({
  title:
    "A certificate that is revoked no longer counts after the next harvest, though the manifest is the same",
  requirements: ["MPLI-EVID-002@af3ac9c3", "MPLI-EVID-010@eb3be661"],
  role: "catalogue",
  feature: "evidence",
  expects: "refuse",
  hunts: "looking at credentials only when a manifest has changed",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const body = issuer();
    const party = await certifiedParty(t, (self) => {
      const list = publishList(self, body, {}, "/kit/status");
      const { credentialStatus = null } = listed(body, list, 7);
      return [certificate(body, self.did, { credentialStatus })];
    });
    await expectReason(t, party, "attested", "met");
    publishList(party, body, { set: [7] }, "/kit/status");
    await party.harvestAgain(
      ({ credentials }) => JSON.stringify(credentials).includes("revoked"),
      "with the revocation",
    );
    const judged = await expectReason(t, party, "attested", "evidence-revoked");
    t.equal(judged["outcome"], "violated", "the outcome is");
  },
});
