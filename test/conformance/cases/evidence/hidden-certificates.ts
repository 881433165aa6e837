import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { issuer } from "../../steps/credentials.ts";
import { reply } from "../../parties/provider.ts";
import { certificate, certifiedParty, expectReason } from "../../steps/evidence.ts";

export default defineCase({
  title: "A certificate that can no longer be read no longer counts",
  requirements: ["MPLI-EVID-002@af3ac9c3", "MPLI-EVID-010@eb3be661"],
  role: "catalogue",
  feature: "evidence",
  expects: "refuse",
  hunts: "keeping what was verified once for good",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const body = issuer();
    const party = await certifiedParty(t, ({ did }) => [certificate(body, did)]);
    await expectReason(t, party, "attested", "met");
    party.answer("/kit/credentials/0.jwt", () => reply(404, "text/plain", "gone"));
    await party.harvestAgain(
      ({ credentials }) => JSON.stringify(credentials).includes("credential-unreachable"),
      "without the credential",
    );
    await expectReason(t, party, "attested", "evidence-indeterminate");
  },
});
