import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import {
  credential,
  entryOf,
  expectFault,
  expectValid,
  issuer,
  listed,
  publishList,
  token,
} from "../../steps/credentials.ts";

export default defineCase({
  title: "A credential whose bit is set is revoked or suspended, and its neighbours are not",
  requirements: ["MPLI-TRUST-032@02e1250d"],
  role: "node",
  feature: "verification",
  expects: "refuse",
  hunts: "counting bits from the right, as others do, or reading the first of several entries alone",
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
      // One and the same list, and then one that has to be read besides.
      for (const clean of [list, publishList(party, one, {})])
        for (const entries of [
          [entryOf(clean, 5), entryOf(list, 94_567)],
          [entryOf(list, 94_567), entryOf(clean, 5)],
        ])
          await expectFault(
            t,
            token(one, credential(one, { credentialStatus: entries })),
            ["status", "failed", code],
            `one of two entries, for ${purpose}`,
          );
    }
  },
});
