import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { CREDENTIALS, credential, expectFault, expectValid, issuer, token } from "../../steps/credentials.ts";
import { proved } from "../../steps/proofs.ts";
import { texts, valuesIn } from "../../steps/values.ts";

const VALUES = 700;

export default defineCase({
  title:
    "A credential of 700 values is read, and one of more, or with a context more often than once, is not",
  requirements: ["MPLI-TRUST-069@831abae9"],
  role: "node",
  feature: "verification",
  expects: "refuse",
  hunts: "reading whatever a stranger sends, for as long as it takes",
  since: "0.1",
  async run(t: Exam) {
    const one = issuer();
    const ends = ["contexts", "failed", "malformed-json-ld"] as const;
    const named = (name: readonly string[]) => credential(one, { name: [...name] });
    const room = VALUES - valuesIn(named([]));
    await expectValid(t, token(one, named(texts(room))), "700 values");
    await expectFault(t, token(one, named(texts(room + 1))), ends, "701 values");
    for (const times of [2, 5, 17]) {
      const context = { "@context": Array.from({ length: times }, () => CREDENTIALS) };
      await expectFault(t, token(one, credential(one, context)), ends, `a context ${times} times`);
      await expectFault(t, proved(one, { more: context }), ends, `a context ${times} times under a proof`);
    }
    const deep = credential(one, { evidence: [{ type: "urn:conformance:E", name: texts(VALUES) }] });
    await expectFault(t, token(one, deep), ends, "values further inside");
    const more = { name: texts(VALUES) };
    await expectFault(t, proved(one, { more }), ends, "a proof over too many values");
  },
});
