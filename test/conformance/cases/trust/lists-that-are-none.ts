import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { expectFault, issuer, listed, publishList, token } from "../../steps/credentials.ts";

export default defineCase({
  title: "A list that is none, or whose bits cannot be read, leaves a credential open and says so",
  requirements: ["MPLI-TRUST-066@78783281"],
  role: "node",
  feature: "verification",
  expects: "refuse",
  hunts: "any credential at the address of a list",
  since: "0.1",
  async run(t: Exam) {
    const [one, party] = [issuer(), await t.party()];
    const subject = (more: object) => ({
      credentialSubject: { type: "BitstringStatusList", statusPurpose: "revocation", ...more } as never,
    });
    const lists = {
      "any credential": { type: ["VerifiableCredential"] },
      "no bits": subject({ encodedList: "u" }),
      "bits that are not compressed": subject({ encodedList: "uAAAA" }),
      "bits in another base": subject({ encodedList: "zAAAA" }),
    };
    for (const [what, more] of Object.entries(lists)) {
      const list = publishList(party, one, { more });
      await expectFault(
        t,
        token(one, listed(one, list, 5)),
        ["status", "unknown", "malformed-status-list"],
        what,
      );
    }
  },
});
