import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import type { JsonObject } from "../../http.ts";
import type { Party } from "../../parties/provider.ts";
import { type Issuer, issuer, listed, publishList } from "../../steps/credentials.ts";
import { evidenceIn } from "../../steps/evidence.ts";
import { expectLabel, labelOver, labelling, numberOf, sound } from "../../steps/labels.ts";

/** What a credential has that its issuer has taken back. */
function revoked(party: Party, by: Issuer): JsonObject {
  const list = publishList(party, by, { set: [7] }, "/kit/status");
  const { credentialStatus = null } = listed(by, list, 7);
  return { credentialStatus };
}

export default defineCase({
  title: "A label is worth no more than the credentials on which it rests",
  requirements: ["MPLI-EVID-043@e82c6900", "MPLI-CRED-005@aea79259"],
  role: "catalogue",
  feature: "evidence",
  expects: "refuse",
  hunts: "a label that outlives what it was given for",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const notary = issuer();
    for (const [reason, fault, more] of [
      ["evidence-expired", "expired", () => ({ validUntil: "2026-02-01T00:00:00Z" })],
      ["evidence-revoked", "revoked", (party: Party) => revoked(party, notary)],
    ] as const) {
      const given = await labelling(t);
      const changed = { ...given, number: numberOf(notary, more(given.party)) };
      const label = await labelOver(given.house, sound(changed));
      const judged = await expectLabel(t, changed, [label, changed.person, changed.number], reason);
      t.equal(evidenceIn(judged)[0]?.["fault"], fault, "what is wrong with it is");
    }
  },
});
