import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { credential, enveloped, expectFault, issuer, token, verify } from "../../steps/credentials.ts";

export default defineCase({
  title: "A request without one credential is refused, and not answered as one that is not valid",
  requirements: ["MPLI-TRUST-004@9feb9af7"],
  role: "node",
  feature: "verification",
  expects: "refuse",
  hunts: "taking nothing for something invalid",
  since: "0.1",
  async run(t: Exam) {
    const one = issuer();
    const sound = enveloped(token(one, credential(one)));
    t.status(await verify(t, sound), 200);
    for (const wrong of [undefined, null, 5, "x", [], [sound, sound]])
      t.refusal(await verify(t, wrong), 422, "no-credential");
    // An object may be a credential that is secured in some other way.
    for (const strange of [{}, { ...sound, id: undefined }, { ...sound, id: "urn:x:y" }]) {
      const answer = await verify(t, strange);
      if (answer.status === 422) t.refusal(answer, 422, "no-credential");
      else
        await expectFault(
          t,
          strange as never,
          ["form", "unknown", "form-unsupported"],
          JSON.stringify(strange).slice(0, 100),
        );
    }
  },
});
