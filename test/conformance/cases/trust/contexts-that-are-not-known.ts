import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { credential, CREDENTIALS, expectFault, issuer, token } from "../../steps/credentials.ts";

export default defineCase({
  title: "No context is fetched, and none is taken that stands in the credential itself",
  requirements: ["MPLI-TRUST-028@8ead93cf"],
  role: "node",
  feature: "verification",
  expects: "refuse",
  hunts: "a context whose author decides what was signed",
  since: "0.1",
  async run(t: Exam) {
    const [one, party] = [issuer(), await t.party()];
    const vocab = { "@vocab": "https://evil.conformance.example/" };
    const contexts = [
      [CREDENTIALS, `${party.origin}/context`],
      [CREDENTIALS, vocab],
    ];
    for (const context of contexts)
      await expectFault(
        t,
        token(one, { ...credential(one), "@context": context }),
        ["contexts", "failed", "context-not-allowed"],
        JSON.stringify(context),
      );
    const inside = { ...credential(one), credentialSubject: { name: "x", "@context": vocab } };
    await expectFault(
      t,
      token(one, inside),
      ["contexts", "failed", "context-not-allowed"],
      "a context inside",
    );
    t.equal(party.asked.length, 0, "the number of requests for the context is");
  },
});
