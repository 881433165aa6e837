import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { issuer, listed, publishList } from "../../steps/credentials.ts";
import { certificate, certifiedParty, expectReason, judgedBy } from "../../steps/evidence.ts";

export default defineCase({
  title: "To answer a demand, nobody is asked for anything",
  requirements: ["MPLI-EVID-004@7c2bf11c"],
  role: "catalogue",
  feature: "evidence",
  expects: "refuse",
  hunts: "verifying credentials while the customer waits",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const body = issuer();
    const party = await certifiedParty(t, (self) => {
      const { credentialStatus = null } = listed(body, publishList(self, body, {}), 7);
      return [certificate(body, self.did, { credentialStatus })];
    });
    await expectReason(t, party, "attested", "met");
    const before = party.asked.length;
    for (const evidence of ["declared", "attested", "certified", { notOlderThan: "1 d" }])
      await judgedBy(t, party, evidence);
    const asked = party.asked.slice(before).map(({ path }) => path);
    t.equal(asked, [], "what was fetched while four demands were answered is");
  },
});
