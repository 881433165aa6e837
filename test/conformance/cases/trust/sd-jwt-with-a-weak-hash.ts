import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { expectFault, expectValid, issuer } from "../../steps/credentials.ts";
import { digestOf, disclosure, sdJwt } from "../../steps/sd-jwts.ts";

export default defineCase({
  title: "Digests are of an accepted hash",
  requirements: ["MPLI-TRUST-053@3470c8df"],
  role: "node",
  feature: "verification",
  expects: "refuse",
  hunts: "whatever hash a token names",
  since: "0.1",
  async run(t: Exam) {
    const one = issuer();
    const name = disclosure("salt", "name", "Kit");
    const claims = { _sd: [digestOf(name)] };
    const shown = { disclosures: [name] };
    await expectValid(t, sdJwt(one, { ...shown, claims: { ...claims, _sd_alg: "sha-256" } }), "SHA-256");
    for (const _sd_alg of ["md5", "sha-1", "SHA-256", "", 256, null])
      await expectFault(
        t,
        sdJwt(one, { ...shown, claims: { ...claims, _sd_alg } }),
        ["form", "failed", "alg-not-allowed"],
        `the hash ${JSON.stringify(_sd_alg)}`,
      );
  },
});
