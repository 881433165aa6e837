import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { issuer } from "../../steps/credentials.ts";
import { certificate, certifiedParty, expectReason } from "../../steps/evidence.ts";

export default defineCase({
  title: "What a credential states and the manifest does not is not stated",
  requirements: ["MPLI-EVID-009@6c803caf"],
  role: "catalogue",
  feature: "evidence",
  expects: "refuse",
  hunts: "putting credentials and manifests into one graph",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const body = issuer();
    const party = await certifiedParty(t, ({ did }) => [certificate(body, did)], { scheme: "ISO9001" });
    for (const evidence of ["asserted", "attested"])
      await expectReason(t, party, evidence, "not-stated-closed", { is: "SOC2" }).catch(() =>
        expectReason(t, party, evidence, "not-equal", { is: "SOC2" }),
      );
    await expectReason(t, party, "attested", "not-equal");
  },
});
