import { defineCase } from "../../case.ts";
import { brief } from "../../http.ts";
import type { Exam } from "../../exam.ts";
import { credential, expectFault, issuer, keyPair, token } from "../../steps/credentials.ts";

export default defineCase({
  title: "What an unverified token claims is not repeated as if it were so",
  requirements: ["MPLI-TRUST-011@f782b25a"],
  role: "node",
  feature: "verification",
  expects: "refuse",
  hunts: "an answer that shows the issuer of a forged token",
  since: "0.1",
  async run(t: Exam) {
    const one = issuer();
    const forged = token({ ...keyPair(), kid: one.kid }, credential(one, { id: "urn:conformance:forged" }));
    const found = await expectFault(t, forged, ["signature", "failed", "bad-signature"], "a forged token");
    const text = JSON.stringify(found);
    for (const claimed of ["urn:conformance:forged", "did:web:subject.conformance.example"])
      t.that(!text.includes(claimed), `nothing of ${claimed}`, brief(text));
    t.equal(found["issuer"], undefined, "the issuer is");
  },
});
