import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { issuer, listed, publishList } from "../../steps/credentials.ts";
import { certificate, digestOf, evidenceIn, expectReason, publishCertified } from "../../steps/evidence.ts";

export default defineCase({
  title: "A report names the credential behind a value, who signed it and what it is worth",
  requirements: ["MPLI-EVID-012@62cb085d"],
  role: "catalogue",
  feature: "evidence",
  expects: "accept",
  hunts: "telling that there is evidence, and not which",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const body = issuer();
    const party = await t.party({ offers: [] });
    const list = publishList(party, body, {});
    const { credentialStatus = null } = listed(body, list, 7);
    const sound = certificate(body, party.did, { credentialStatus });
    await publishCertified(t, party, () => [sound]);
    const [named] = evidenceIn(await expectReason(t, party, "attested", "met"));
    t.equal(named?.["credential"], await digestOf(sound), "the digest is");
    t.equal(named?.["issuer"], body.did, "the issuer is");
    t.equal(named?.["party"], "attested", "the party is");
    t.equal(named?.["credentialType"], ["VerifiableCredential", "CertificationCredential"], "the types are");
    t.that(typeof named?.["statusAsOf"] === "string", "when the status was known", JSON.stringify(named));
    t.that(typeof named?.["checkedAt"] === "string", "when it was looked at", JSON.stringify(named));
    t.equal(named?.["fault"], undefined, "the fault is");
  },
});
