import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { expectFault, expectValid, issuer, listed, publishList, token } from "../../steps/credentials.ts";

export default defineCase({
  title: "A credential whose bit is set is revoked or suspended, and its neighbours are not",
  requirements: ["MPLI-TRUST-032@02e1250d"],
  role: "node",
  feature: "verification",
  expects: "refuse",
  hunts: "counting bits from the right, as others do",
  since: "0.1",
  async run(t: Exam) {
    const [one, party] = [issuer(), await t.party()];
    for (const [purpose, code] of [
      ["revocation", "revoked"],
      ["suspension", "suspended"],
    ] as const) {
      const list = publishList(party, one, { purpose, set: [94_567] });
      await expectFault(
        t,
        token(one, listed(one, list, 94_567)),
        ["status", "failed", code],
        `the bit for ${purpose}`,
      );
      for (const index of [94_566, 94_568, 94_560, 0])
        await expectValid(t, token(one, listed(one, list, index)), `the entry ${index}`);
    }
  },
});
