import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { issuer } from "../../steps/credentials.ts";
import { certificate, certifiedParty, expectReason } from "../../steps/evidence.ts";

export default defineCase({
  title: "A credential can stand in the manifest itself",
  requirements: ["MPLI-EVID-003@df1d7234"],
  role: "catalogue",
  feature: "evidence",
  expects: "accept",
  hunts: "fetching links of any scheme",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const body = issuer();
    const party = await certifiedParty(t, ({ did }) => [`data:application/vc+jwt,${certificate(body, did)}`]);
    await expectReason(t, party, "attested", "met");
  },
});
