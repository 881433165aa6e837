import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { expectFault, expectNotValid, issuer, keyPair } from "../../steps/credentials.ts";
import { digestOf, disclosure, sdJwt } from "../../steps/sd-jwts.ts";

export default defineCase({
  title: "What decides on validity may not be withheld, so it may not be disclosed either",
  requirements: ["MPLI-TRUST-055@568e53ba"],
  role: "node",
  feature: "verification",
  expects: "refuse",
  hunts: "a credential without an end because its holder keeps the end to themselves",
  since: "0.1",
  async run(t: Exam) {
    const one = issuer();
    const values = {
      iss: one.did,
      iat: 1_767_225_600,
      nbf: 1_767_225_600,
      exp: 4_102_444_800,
      cnf: { jwk: keyPair().jwk },
      vct: "urn:conformance:registration",
      status: {},
    };
    for (const [name, value] of Object.entries(values)) {
      const shown = disclosure("salt", name, value);
      const claims = { [name]: undefined, _sd: [digestOf(shown)] };
      const given = sdJwt(one, { claims, disclosures: [shown] });
      // Without an issuer in the open a node may come no further than to look for its key.
      if (name === "iss") await expectNotValid(t, given, `${name} in a disclosure`);
      else await expectFault(t, given, ["model", "failed", "disclosure-mismatch"], `${name} in a disclosure`);
    }
  },
});
