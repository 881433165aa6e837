import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { reply } from "../../parties/provider.ts";
import { expectUnsigned, signedParty } from "../../steps/evidence.ts";

export default defineCase({
  title: "A manifest is harvested whatever its node answers to who asks for the signature",
  requirements: ["MPLI-EVID-019@16b8d0da"],
  role: "catalogue",
  feature: "evidence",
  expects: "refuse",
  hunts: "failing a harvest for want of a signature that nobody needs",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    for (const signs of [
      () => reply(406, "text/plain", "no"),
      () => reply(500, "text/plain", "out of order"),
      () => reply(200, "application/vc+jwt", ""),
      () => reply(200, "application/vc+jwt", "a.b.c"),
      () => reply(200, "text/html", "<h1>Signed!</h1>"),
      () => {
        throw new Error("hangs up");
      },
      () => reply(302, "text/plain", "", { location: "https://10.0.0.1/signature.jwt" }),
    ] satisfies Parameters<typeof signedParty>[1][]) {
      const party = await signedParty(t, signs);
      await expectUnsigned(t, party);
      await party.withdraw();
    }
  },
});
