import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { issuer } from "../../steps/credentials.ts";
import { certificate, certifiedParty, expectReason } from "../../steps/evidence.ts";

export default defineCase({
  title: "A certificate that is forged, over or not to be verified does not count, each for its own reason",
  requirements: ["MPLI-EVID-001@7ac9abbc", "MPLI-EVID-010@eb3be661"],
  role: "catalogue",
  feature: "evidence",
  expects: "refuse",
  hunts: "reading what a token says without looking at its signature",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const [body, other] = [issuer(), issuer()];
    const until = { validUntil: "2026-02-01T00:00:00Z" };
    const status = (self: { origin: string }) => ({
      credentialStatus: {
        type: "BitstringStatusListEntry",
        statusPurpose: "revocation",
        statusListIndex: "7",
        statusListCredential: `${self.origin}/kit/no-list`,
      },
    });
    for (const [make, reason, outcome] of [
      [
        (did: string) => certificate({ ...body, privateKey: other.privateKey }, did),
        "evidence-missing",
        "unknown",
      ],
      [(did: string) => certificate(body, did, until), "evidence-expired", "violated"],
    ] as const) {
      const party = await certifiedParty(t, ({ did }) => [make(did)]);
      const judged = await expectReason(t, party, "attested", reason);
      t.equal(judged["outcome"], outcome, `${reason} comes to`);
    }
    const party = await certifiedParty(t, (self) => [certificate(body, self.did, status(self))]);
    await expectReason(t, party, "attested", "evidence-indeterminate");
  },
});
