import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { issuer } from "../../steps/credentials.ts";
import { RARE } from "../../steps/demands.ts";
import { certificate, certifiedParty, expectReason } from "../../steps/evidence.ts";

export default defineCase({
  title: "A certificate of the provider counts for offers on pages, though only the head links it",
  requirements: ["MPLI-EVID-001@7ac9abbc"],
  role: "catalogue",
  feature: "evidence",
  expects: "accept",
  hunts: "looking for links where the offers are, and nowhere else",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const body = issuer();
    const offers = ["g", "h"].map((id) => ({ id, class: RARE }));
    const party = await certifiedParty(t, ({ did }) => [certificate(body, did)], { offers, pageSize: 1 });
    for (const offer of ["g", "h"]) await expectReason(t, party, "attested", "met", { offer });
  },
});
