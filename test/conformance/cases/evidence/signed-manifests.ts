import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { digestOf, evidenceIn, expectReason, signatureOf, signedParty } from "../../steps/evidence.ts";

export default defineCase({
  title: "All that a signed manifest states is declared by its provider, and no more than that",
  requirements: ["MPLI-EVID-015@1d88b800", "MPLI-EVID-016@a55b427a"],
  role: "catalogue",
  feature: "evidence",
  expects: "accept",
  hunts: "asking for a credential of each value, or taking a signature for that of somebody else",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    let signature = "";
    const party = await signedParty(t, (...signed) => (signature = signatureOf(...signed)));
    const [named] = evidenceIn(await expectReason(t, party, "declared", "met"));
    t.equal(
      [named?.["credential"], named?.["issuer"], named?.["party"]],
      [await digestOf(signature), party.did, "declared"],
      "the digest, the issuer and the party are",
    );
    await expectReason(t, party, "attested", "evidence-too-weak");
  },
});
