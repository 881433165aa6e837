import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { issuer } from "../../steps/credentials.ts";
import { RARE } from "../../steps/demands.ts";
import { certificate, certifiedParty, expectReason } from "../../steps/evidence.ts";

export default defineCase({
  title: "A certificate of one offer stands for that offer alone",
  requirements: ["MPLI-EVID-008@b6325be3"],
  role: "catalogue",
  feature: "evidence",
  expects: "refuse",
  hunts: "counting what is certified of one offer for all of its provider",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const body = issuer();
    const certification = [{ type: "Certification", scheme: "ISO27001" }];
    const offers = ["g", "h"].map((id) => ({ id, class: RARE, certification }));
    const party = await certifiedParty(t, (self) => [certificate(body, self.offer("g"))], {
      scheme: "ISO9001",
      offers,
    });
    await expectReason(t, party, "attested", "met");
    await expectReason(t, party, "attested", "evidence-of-another", { offer: "h" });
  },
});
