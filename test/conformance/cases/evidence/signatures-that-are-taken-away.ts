import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { reply } from "../../parties/provider.ts";
import { entriesOf, expectReason, expectUnsigned, sign, signedParty } from "../../steps/evidence.ts";

export default defineCase({
  title:
    "A manifest whose signature is no longer there is only the word of its provider, though it is the same",
  requirements: ["MPLI-EVID-015@1d88b800"],
  role: "catalogue",
  feature: "evidence",
  expects: "refuse",
  hunts: "looking for a signature only when a manifest has changed",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const party = await signedParty(t);
    await expectReason(t, party, "declared", "met");
    sign(party, () => reply(406, "text/plain", "not signed"));
    await party.harvestAgain(
      (entry) => entriesOf(entry).every(({ address }) => address !== party.manifestAddress),
      "without a signature",
    );
    await expectUnsigned(t, party);
  },
});
