import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { expectFault, verification } from "../../steps/credentials.ts";
import { HOST, ORGANISATION } from "../../steps/certificates.ts";
import { certified, sealed, signedByLeaf } from "../../steps/seals.ts";

export default defineCase({
  title: "A root that a token brings along is worth nothing, and the node says what it did not ask",
  requirements: ["MPLI-TRUST-049@22408723", "MPLI-TRUST-045@6ba51094", "MPLI-TRUST-020@abb0c380"],
  role: "node",
  feature: "verification",
  expects: "refuse",
  hunts: "a chain that vouches for itself",
  since: "0.1",
  async run(t: Exam) {
    const ends = ["key", "unknown", "no-anchor"] as const;
    const found = await expectFault(t, sealed(), ends, "a sealed credential", { profile: "dome" });
    t.equal(found["notChecked"], ["certificate-revocation"], "`notChecked` is");
    t.equal(found["issuer"], undefined, "the issuer is");
    for (const iss of [ORGANISATION, `https://${HOST}/issuer`, undefined]) {
      const claims = { iss, vct: "urn:conformance:registration" };
      const text = `${signedByLeaf(certified({ typ: "dc+sd-jwt" }), claims)}~`;
      const given = { type: "EnvelopedVerifiableCredential", id: `data:application/dc+sd-jwt,${text}` };
      await expectFault(t, given, ends, `an SD-JWT VC of ${iss ?? "whom its certificate names"}`);
    }
    const w3c = await verification(t, sealed({ typ: "vc+jwt", crit: undefined }, { vc: undefined }));
    t.equal(w3c["outcome"] === "valid", false, "that certificates count by w3c is");
  },
});
