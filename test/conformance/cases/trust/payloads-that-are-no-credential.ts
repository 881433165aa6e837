import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { credential, CREDENTIALS, expectFault, expectValid, issuer, token } from "../../steps/credentials.ts";

export default defineCase({
  title: "What is signed is a credential, not just anything",
  requirements: ["MPLI-TRUST-027@a89dd1ef"],
  role: "node",
  feature: "verification",
  expects: "refuse",
  hunts: "taking any signed object for a credential",
  since: "0.1",
  async run(t: Exam) {
    const one = issuer();
    const { "@context": context, credentialSubject, ...rest } = credential(one);
    const wrong = [
      { ...rest, credentialSubject },
      { ...rest, credentialSubject, "@context": ["https://w3id.org/mpli/context/v1", CREDENTIALS] },
      { ...credential(one), type: ["Thing"] },
      { ...rest, "@context": context },
      { ...credential(one), credentialSubject: {} },
      { ...credential(one), credentialSubject: [] },
    ];
    await expectValid(t, token(one, credential(one)), "the sound credential");
    for (const payload of wrong)
      await expectFault(
        t,
        token(one, payload),
        ["model", "failed", "not-a-credential"],
        JSON.stringify(payload),
      );
  },
});
