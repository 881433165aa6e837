import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { credential, expectFault, expectValid, issuer, token } from "../../steps/credentials.ts";

export default defineCase({
  title: "A token that does not say that it is a credential is none, whatever it holds",
  requirements: ["MPLI-TRUST-016@f88dfd51"],
  role: "node",
  feature: "verification",
  expects: "refuse",
  hunts: "an access token or a presentation taken for a credential",
  since: "0.1",
  async run(t: Exam) {
    const one = issuer();
    await expectValid(t, token(one, credential(one), { cty: undefined }), "a token without cty");
    for (const header of [
      { typ: undefined },
      { typ: "JWT" },
      { typ: "vp+jwt" },
      { typ: "vc+ld+jwt" },
      { typ: "VC+JWT " },
      { cty: "vp" },
    ])
      await expectFault(
        t,
        token(one, credential(one), header),
        ["form", "failed", "type-mismatch"],
        `a token with ${JSON.stringify(header)}`,
      );
  },
});
