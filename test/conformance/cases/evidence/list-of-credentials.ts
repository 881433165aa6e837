import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { issuer } from "../../steps/credentials.ts";
import { isObject } from "../../http.ts";
import { certificate, digestOf, publishCertified } from "../../steps/evidence.ts";

export default defineCase({
  title: "The list of providers tells what was found out about each credential",
  requirements: ["MPLI-EVID-007@2339da08"],
  role: "catalogue",
  feature: "evidence",
  expects: "accept",
  hunts: "keeping to oneself what was found out",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const body = issuer();
    const party = await t.party({ offers: [] });
    const sound = certificate(body, party.did);
    const over = certificate(body, party.did, { validUntil: "2026-02-01T00:00:00Z" });
    const addresses = await publishCertified(t, party, () => [sound, over]);
    const { credentials } = await party.listed();
    const entries = [credentials ?? []].flat().filter(isObject);
    for (const [index, token] of [sound, over].entries()) {
      const entry = entries.find(({ address }) => address === addresses[index]) ?? {};
      t.equal(entry["credential"], await digestOf(token), "the digest is");
      t.equal(entry["issuer"], body.did, "the issuer is");
      t.equal(entry["credentialType"], ["VerifiableCredential", "CertificationCredential"], "the types are");
      t.equal(entry["fault"], index === 0 ? undefined : "expired", "the fault is");
    }
  },
});
