import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { expectFault, expectValid, issuer } from "../../steps/credentials.ts";
import { sdJwt } from "../../steps/sd-jwts.ts";

export default defineCase({
  title: "A token that does not say that it is an SD-JWT VC is none",
  requirements: ["MPLI-TRUST-052@9833d00d"],
  role: "node",
  feature: "verification",
  expects: "refuse",
  hunts: "an access token or a W3C token read as SD-JWT VC",
  since: "0.1",
  async run(t: Exam) {
    const one = issuer();
    await expectValid(t, sdJwt(one), "the sound one");
    for (const typ of ["vc+sd-jwt", "vc+jwt", "JWT", "kb+jwt", undefined])
      await expectFault(
        t,
        sdJwt(one, { header: { typ } }),
        ["form", "failed", "type-mismatch"],
        `the type ${typ}`,
      );
  },
});
