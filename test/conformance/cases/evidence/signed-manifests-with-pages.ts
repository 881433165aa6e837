import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { RARE } from "../../steps/demands.ts";
import { expectReason, signedParty } from "../../steps/evidence.ts";

export default defineCase({
  title: "The signature under the head of a manifest stands for the offers on its pages",
  requirements: ["MPLI-EVID-016@a55b427a"],
  role: "catalogue",
  feature: "evidence",
  expects: "accept",
  hunts: "counting a signature for the document alone that it names",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const certification = [{ type: "Certification", scheme: "SOC2" }];
    const offers = ["g", "h"].map((id) => ({ id, class: RARE, certification }));
    const party = await signedParty(t, undefined, { offers, pageSize: 1 });
    for (const offer of ["g", "h"]) await expectReason(t, party, "declared", "met", { offer, is: "SOC2" });
  },
});
