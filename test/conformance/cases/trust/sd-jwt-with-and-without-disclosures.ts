import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { expectValid, issuer, keyPair } from "../../steps/credentials.ts";
import { digestOf, disclosure, sdJwt } from "../../steps/sd-jwts.ts";

export default defineCase({
  title: "An SD-JWT VC is valid with whatever its holder discloses, and its claims are those",
  requirements: ["MPLI-TRUST-040@14bcb1f2", "MPLI-TRUST-045@6ba51094", "MPLI-TRUST-010@ea581c85"],
  role: "node",
  feature: "verification",
  expects: "accept",
  hunts: "a verifier that reads tokens alone, or takes a digest for a claim",
  since: "0.1",
  async run(t: Exam) {
    const one = issuer("ES256");
    const [name, number] = [disclosure("s1", "name", "Kit"), disclosure("s2", "number", "1")];
    const claims = {
      _sd: [digestOf(name), digestOf(number), digestOf("a decoy")],
      cnf: { jwk: keyPair().jwk },
    };
    const found = await expectValid(t, sdJwt(one, { claims, disclosures: [name] }), "an SD-JWT VC");
    const credential = found["credential"] as { readonly [name: string]: unknown } | undefined;
    t.equal([credential?.["name"], credential?.["number"]], ["Kit", undefined], "the disclosed claims are");
    t.equal(found["issuer"], one.did, "the issuer is");
    t.equal([found["credentialType"]].flat(), ["urn:conformance:registration"], "the types are");
    t.equal([found["subject"]].flat(), ["did:web:subject.conformance.example"], "the subjects are");
    t.equal(found["notChecked"], ["holder-binding"], "`notChecked` is");
    const bare = await expectValid(t, sdJwt(one), "an SD-JWT VC without disclosures");
    t.equal(bare["notChecked"], [], "`notChecked` without a holder's key is");
  },
});
