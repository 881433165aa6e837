import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { issuer, issuerAt } from "../../steps/credentials.ts";
import { expectReason, expectUnsigned, signatureOf, signedParty } from "../../steps/evidence.ts";

export default defineCase({
  title: "What somebody else signs about a manifest neither declares it nor attests it",
  requirements: ["MPLI-EVID-017@4088244c"],
  role: "catalogue",
  feature: "evidence",
  expects: "refuse",
  hunts: "any good signature with the right digest",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const other = await t.party();
    for (const stranger of [issuer(), issuerAt(other)]) {
      const party = await signedParty(t, (self) => signatureOf(self, stranger));
      await expectUnsigned(t, party);
      await expectReason(t, party, "attested", "evidence-missing");
    }
  },
});
