import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { issuer, issuerAt } from "../../steps/credentials.ts";
import { certificate, certifiedParty, expectReason } from "../../steps/evidence.ts";

export default defineCase({
  title: "Of several credentials for one value the best counts",
  requirements: ["MPLI-EVID-010@eb3be661"],
  role: "catalogue",
  feature: "evidence",
  expects: "accept",
  hunts: "stopping at the first credential that a manifest links",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const body = issuer();
    const until = { validUntil: "2026-02-01T00:00:00Z" };
    const party = await certifiedParty(t, (self) => [
      certificate(body, self.did, until),
      certificate(issuerAt(self), self.did),
      certificate(body, self.did),
      certificate(body, self.did, until),
    ]);
    await expectReason(t, party, "attested", "met");
  },
});
