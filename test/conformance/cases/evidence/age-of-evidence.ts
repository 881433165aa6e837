import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { issuer, listed, publishList } from "../../steps/credentials.ts";
import { certificate, certifiedParty, expectReason } from "../../steps/evidence.ts";

export default defineCase({
  title: "Evidence that was confirmed too long ago does not count",
  requirements: ["MPLI-EVID-010@eb3be661"],
  role: "catalogue",
  feature: "evidence",
  expects: "refuse",
  hunts: "passing over the age that a demand asks for",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const body = issuer();
    const plain = await certifiedParty(t, ({ did }) => [certificate(body, did)]);
    await expectReason(t, plain, { notOlderThan: "30 d" }, "evidence-too-old");
    await expectReason(t, plain, { notOlderThan: "100 a" }, "met");
    const withStatus = await certifiedParty(t, (self) => {
      const { credentialStatus = null } = listed(body, publishList(self, body, {}), 7);
      return [certificate(body, self.did, { credentialStatus })];
    });
    await expectReason(t, withStatus, { notOlderThan: "30 d" }, "met");
  },
});
