import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { credential, expectFault, expectValid, issuer, token } from "../../steps/credentials.ts";
import { publishTokenList } from "../../steps/sd-jwts.ts";

export default defineCase({
  title: "A credential in vc has its status in the claim beside it",
  requirements: ["MPLI-TRUST-081@3e20aa41"],
  role: "node",
  feature: "verification",
  expects: "refuse",
  hunts: "a credential that was revoked, and whose status nobody looks for",
  since: "0.1",
  async run(t: Exam) {
    const [one, party] = [issuer(), await t.party()];
    const options = { profile: "dome" };
    const vc = credential(one, { name: "wrapped" });
    const at = (value: number) => {
      const payload = { iss: one.did, vc, ...publishTokenList(party, one, value) };
      return token(one, payload as never, { typ: "JWT", cty: undefined });
    };
    await expectValid(t, at(0), "the value 0", options);
    await expectFault(t, at(1), ["status", "failed", "revoked"], "the value 1", options);
    await expectFault(t, at(2), ["status", "failed", "suspended"], "the value 2", options);
  },
});
