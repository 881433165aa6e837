import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { issuer } from "../../steps/credentials.ts";
import { awaitReason, certificate, certifiedParty } from "../../steps/evidence.ts";

export default defineCase({
  title: "A certificate that has ended since it was looked at no longer counts",
  requirements: ["MPLI-EVID-032@947a2077"],
  role: "catalogue",
  feature: "evidence",
  expects: "refuse",
  hunts: "taking what was valid at the last look for valid until the next",
  since: "0.1",
  writes: true,
  slow: true,
  async run(t: Exam) {
    const end = Date.now() + Math.min(1000, t.patienceMs / 4);
    const by = issuer();
    const dated = await certifiedParty(t, ({ did }) => [
      certificate(by, did, { validUntil: new Date(end).toISOString() }),
    ]);
    const exp = Math.ceil(end / 1000);
    const token = await certifiedParty(t, ({ did }) => [certificate(by, did, { exp })]);
    await awaitReason(t, dated, "attested", "evidence-expired");
    await awaitReason(t, token, "attested", "evidence-expired");
  },
});
