import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { issuer } from "../../steps/credentials.ts";
import { certificate, digestOf, evidenceIn, expectReason, publishCertified } from "../../steps/evidence.ts";

export default defineCase({
  title: "A report names the credential that does not count, and what is wrong with it",
  requirements: ["MPLI-EVID-012@62cb085d"],
  role: "catalogue",
  feature: "evidence",
  expects: "refuse",
  hunts: "naming only the credentials that count",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const body = issuer();
    const party = await t.party({ offers: [] });
    const over = certificate(body, party.did, { validUntil: "2026-02-01T00:00:00Z" });
    await publishCertified(t, party, () => [over]);
    const [named] = evidenceIn(await expectReason(t, party, "attested", "evidence-expired"));
    t.equal(
      [named?.["credential"], named?.["fault"]],
      [await digestOf(over), "expired"],
      "the digest and the fault are",
    );
  },
});
