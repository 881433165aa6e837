import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { about, expectUnsigned, signatureOf, signedParty } from "../../steps/evidence.ts";

export default defineCase({
  title: "A credential that names another manifest, or no version, is not the signature of this one",
  requirements: ["MPLI-EVID-017@4088244c"],
  role: "catalogue",
  feature: "evidence",
  expects: "refuse",
  hunts: "taking whatever comes as a token for the signature",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const other = await t.party();
    for (const subject of [
      (digest: string) => about(other.manifestAddress, digest),
      () => ({ credentialSubject: { id: other.manifestAddress, name: "Another manifest" } }),
      () => about(other.manifestAddress, other.digest()),
    ]) {
      const party = await signedParty(t, (self, by) => signatureOf(self, by, subject(self.digest())));
      await expectUnsigned(t, party);
    }
  },
});
