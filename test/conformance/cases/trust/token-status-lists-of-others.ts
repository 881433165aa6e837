import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { expectFault, issuer, keyPair } from "../../steps/credentials.ts";
import { publishTokenList, sdJwt } from "../../steps/sd-jwts.ts";

export default defineCase({
  title: "A token status list counts where it is one, valid now, by the same issuer and of this address",
  requirements: ["MPLI-TRUST-068@5ad153da", "MPLI-TRUST-065@a2657b98"],
  role: "node",
  feature: "verification",
  expects: "refuse",
  hunts: "any token from that address, or the list of another",
  since: "0.1",
  async run(t: Exam) {
    const [one, party] = [issuer(), await t.party()];
    const lists = {
      "a list of another issuer": publishTokenList(party, issuer(), 0),
      "a forged list": publishTokenList(party, { ...keyPair(), did: one.did, kid: one.kid }, 0),
      "a list of another address": publishTokenList(party, one, 0, {
        claims: { sub: `${party.origin}/other` },
      }),
      "a list under the name of another": publishTokenList(party, one, 0, { claims: { iss: issuer().did } }),
      "a list that has ended": publishTokenList(party, one, 0, { claims: { exp: 1_767_225_601 } }),
      "a list that has ended by its header": publishTokenList(party, one, 0, {
        header: { exp: 1_767_225_601 },
      }),
      "another token": publishTokenList(party, one, 0, { header: { typ: "JWT" } }),
    };
    for (const [what, claims] of Object.entries(lists))
      await expectFault(t, sdJwt(one, { claims }), ["status", "unknown", "status-not-trusted"], what);
  },
});
