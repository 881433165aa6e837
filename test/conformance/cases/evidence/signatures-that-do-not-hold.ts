import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { issuer, listed, publishList } from "../../steps/credentials.ts";
import { expectUnsigned, signatureOf, signedParty } from "../../steps/evidence.ts";

export default defineCase({
  title: "A signature that is forged, over, to come or revoked declares nothing, and takes nothing back",
  requirements: ["MPLI-EVID-015@1d88b800", "MPLI-EVID-016@a55b427a"],
  role: "catalogue",
  feature: "evidence",
  expects: "refuse",
  hunts: "reading the digest in a token, and nothing else",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const { privateKey } = issuer();
    for (const signs of [
      (self, by) => signatureOf(self, { ...by, privateKey }),
      (self, by) => signatureOf(self, by, { validUntil: "2026-02-01T00:00:00Z" }),
      (self, by) => signatureOf(self, by, { validFrom: "2126-02-01T00:00:00Z" }),
      (self, by) => {
        const { credentialStatus = null } = listed(by, publishList(self, by, { set: [7] }), 7);
        return signatureOf(self, by, { credentialStatus });
      },
    ] satisfies Parameters<typeof signedParty>[1][])
      await expectUnsigned(t, await signedParty(t, signs));
  },
});
