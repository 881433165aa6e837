import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { credential, expectFault } from "../../steps/credentials.ts";
import { certified, sealed, signedByLeaf } from "../../steps/seals.ts";

export default defineCase({
  title: "A seal is that of the organisation in its certificate, and of nobody else",
  requirements: ["MPLI-TRUST-048@74011a62"],
  role: "node",
  feature: "verification",
  expects: "refuse",
  hunts: "a provider that seals as another",
  since: "0.1",
  async run(t: Exam) {
    const did = "did:elsi:VATES-B11111111";
    const ends = ["key", "failed", "issuer-mismatch"] as const;
    const options = { profile: "dome" };
    const claims = { iss: did, vc: credential({ did }) };
    await expectFault(t, sealed({}, claims), ends, "the seal of another organisation", options);
    await expectFault(t, sealed({}, { iss: did }), ends, "a seal whose iss is another", options);
    for (const iss of [
      did,
      "https://other.conformance.example",
      "https://issuer.conformance.example.evil.example",
    ]) {
      const text = `${signedByLeaf(certified({ typ: "dc+sd-jwt" }), { iss, vct: "urn:x:y" })}~`;
      const given = { type: "EnvelopedVerifiableCredential", id: `data:application/dc+sd-jwt,${text}` };
      await expectFault(t, given, ends, `an SD-JWT VC of ${iss}`);
    }
  },
});
