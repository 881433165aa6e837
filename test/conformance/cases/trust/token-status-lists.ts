import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { expectFault, expectValid, issuer } from "../../steps/credentials.ts";
import { publishTokenList, sdJwt } from "../../steps/sd-jwts.ts";

export default defineCase({
  title: "A token status list says whether an SD-JWT VC was revoked or suspended",
  requirements: ["MPLI-TRUST-067@65796e33"],
  role: "node",
  feature: "verification",
  expects: "refuse",
  hunts: "lists that only W3C credentials are looked up in, or read from the wrong end of a byte",
  since: "0.1",
  async run(t: Exam) {
    const [one, party] = [issuer(), await t.party()];
    const at = (value: number) => sdJwt(one, { claims: publishTokenList(party, one, value) });
    await expectValid(t, at(0), "the value 0");
    await expectFault(t, at(1), ["status", "failed", "revoked"], "the value 1");
    await expectFault(t, at(2), ["status", "failed", "suspended"], "the value 2");
    await expectFault(t, at(3), ["status", "unknown", "status-unsupported"], "the value 3");
    const elsewhere = sdJwt(one, { claims: { status: { status_attestation: {} } } });
    await expectFault(t, elsewhere, ["status", "unknown", "status-unsupported"], "another kind of status");
  },
});
