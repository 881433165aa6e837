import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { issuer } from "../../steps/credentials.ts";
import {
  accreditation,
  accrediting,
  believing,
  certificate,
  certifiedParty,
  expectReason,
  policyFor,
} from "../../steps/evidence.ts";

export default defineCase({
  title:
    "A certificate is accredited where its body is, for the same scheme, by somebody whom the policy knows for that",
  requirements: ["MPLI-EVID-010@eb3be661"],
  role: "catalogue",
  feature: "evidence",
  expects: "refuse",
  hunts: "taking any accreditation for one of the body and the scheme at hand",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const [body, top, other] = [issuer(), issuer(), issuer()];
    const trustPolicy = policyFor([believing(body), accrediting(top)]);
    const sound = await certifiedParty(t, ({ did }) => [
      certificate(body, did),
      accreditation(top, body.did),
    ]);
    await expectReason(t, sound, "accredited", "met", { trustPolicy });
    for (const weak of [
      accreditation(top, other.did),
      accreditation(other, body.did),
      accreditation(top, body.did, "ISO9001"),
    ]) {
      const party = await certifiedParty(t, ({ did }) => [certificate(body, did), weak]);
      await expectReason(t, party, "accredited", "evidence-too-weak", { trustPolicy });
      await expectReason(t, party, "certified", "met", { trustPolicy });
    }
  },
});
