import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { issuer } from "../../steps/credentials.ts";
import { reply } from "../../parties/provider.ts";
import { certificate, certifiedParty, expectReason } from "../../steps/evidence.ts";

export default defineCase({
  title: "A credential that is somewhere else than where it is said to be is not followed there",
  requirements: ["MPLI-EVID-005@183ab2c0", "MPLI-EVID-006@723bb15f"],
  role: "catalogue",
  feature: "evidence",
  expects: "refuse",
  hunts: "following a redirect to whatever it names",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const body = issuer();
    const other = await t.party();
    const party = await certifiedParty(t, (self) => {
      other.answer("/kit/secret.jwt", () => reply(200, "application/vc+jwt", certificate(body, self.did)));
      const to = { location: `${other.origin}/kit/secret.jwt` };
      self.answer("/kit/moved.jwt", () => reply(302, "text/plain", "", to));
      return [`${self.origin}/kit/moved.jwt`];
    });
    await expectReason(t, party, "attested", "evidence-missing");
    t.equal(
      other.asked.map(({ path }) => path),
      [],
      "requests to the address of the redirect",
    );
  },
});
