import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { issuer } from "../../steps/credentials.ts";
import { certificate, certifiedParty, expectReason } from "../../steps/evidence.ts";

export default defineCase({
  title: "A certificate for something narrower stands for the wider statement, and not the other way round",
  requirements: ["MPLI-EVID-008@b6325be3"],
  role: "catalogue",
  feature: "evidence",
  expects: "refuse",
  hunts: "comparing the names of schemes letter by letter",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const body = issuer();
    const wider = await certifiedParty(t, ({ did }) => [certificate(body, did, {}, "EUCloudCoC")], {
      scheme: "GDPRCoC",
    });
    await expectReason(t, wider, "attested", "met", { is: "GDPRCoC" });
    const narrower = await certifiedParty(t, ({ did }) => [certificate(body, did, {}, "GDPRCoC")], {
      scheme: "EUCloudCoC",
    });
    await expectReason(t, narrower, "attested", "evidence-missing", { is: "EUCloudCoC" });
  },
});
