import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { issuer, listed, publishList } from "../../steps/credentials.ts";
import { reply } from "../../parties/provider.ts";
import { certificate, certifiedParty, expectReason } from "../../steps/evidence.ts";

export default defineCase({
  title: "A certificate can be revoked while the manifest of its provider cannot be read",
  requirements: ["MPLI-EVID-002@af3ac9c3"],
  role: "catalogue",
  feature: "evidence",
  expects: "refuse",
  hunts: "looking at credentials only after a good harvest",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const body = issuer();
    const other = await t.party();
    const list = publishList(other, body, {}, "/kit/status");
    const { credentialStatus = null } = listed(body, list, 7);
    const party = await certifiedParty(t, ({ did }) => [certificate(body, did, { credentialStatus })]);
    await expectReason(t, party, "attested", "met");
    publishList(other, body, { set: [7] }, "/kit/status");
    party.answer("/kit/what-we-sell", () => reply(500, "text/plain", "away"));
    await party.harvestAgain(
      ({ credentials }) => JSON.stringify(credentials).includes("revoked"),
      "with the revocation",
    );
    await expectReason(t, party, "attested", "evidence-revoked");
  },
});
