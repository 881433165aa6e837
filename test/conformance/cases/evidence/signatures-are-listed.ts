import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { digestOf, entriesOf, signatureOf, signedParty } from "../../steps/evidence.ts";

export default defineCase({
  title: "The list of providers tells of the signature under a manifest, and what is wrong with it",
  requirements: ["MPLI-EVID-018@e6be4c37"],
  role: "catalogue",
  feature: "evidence",
  expects: "accept",
  hunts: "leaving a provider to guess why its signature does not count",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const over = { validUntil: "2026-02-01T00:00:00Z" };
    for (const [more, fault] of [
      [{}, undefined],
      [over, "expired"],
    ] as const) {
      let signature = "";
      const party = await signedParty(t, (self, by) => (signature = signatureOf(self, by, more)));
      const listed = entriesOf(await party.listed());
      const entry = listed.find(({ address }) => address === party.manifestAddress);
      t.equal(
        [entry?.["credential"], entry?.["issuer"], entry?.["fault"]],
        [await digestOf(signature), party.did, fault],
        "the digest, the issuer and the fault are",
      );
    }
  },
});
