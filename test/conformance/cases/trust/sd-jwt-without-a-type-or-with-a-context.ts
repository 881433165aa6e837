import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { CREDENTIALS, expectFault, expectValid, issuer } from "../../steps/credentials.ts";
import { sdJwt } from "../../steps/sd-jwts.ts";

export default defineCase({
  title: "An SD-JWT VC has a type, and no context that would give its claims another meaning",
  requirements: ["MPLI-TRUST-056@127e2f92"],
  role: "node",
  feature: "verification",
  expects: "refuse",
  hunts: "claims of JSON read as JSON-LD",
  since: "0.1",
  async run(t: Exam) {
    const one = issuer();
    await expectValid(t, sdJwt(one), "the sound one");
    for (const vct of [undefined, "", 5])
      await expectFault(
        t,
        sdJwt(one, { claims: { vct } }),
        ["model", "failed", "not-a-credential"],
        `vct ${vct}`,
      );
    await expectFault(
      t,
      sdJwt(one, { claims: { "@context": [CREDENTIALS] } }),
      ["contexts", "failed", "context-not-allowed"],
      "one with a context",
    );
  },
});
