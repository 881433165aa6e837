import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { issuer } from "../../steps/credentials.ts";
import { accepting, expectDecision } from "../../steps/policies.ts";

export default defineCase({
  title: "A rule neither accepts nor denies before its time or after it",
  requirements: ["MPLI-POL-023@df2f525f"],
  role: "node",
  feature: "policies",
  expects: "refuse",
  hunts: "rules of last year that still let somebody in",
  since: "0.1",
  async run(t: Exam) {
    const one = issuer();
    const [past, future] = ["2020-01-01T00:00:00Z", "2100-01-01T01:00:00+01:00"];
    const [early, late] = [{ validUntil: past }, { validFrom: future }];
    await expectDecision(
      t,
      one,
      [accepting(one, { validFrom: past, validUntil: future })],
      "passed",
      "a rule of today",
    );
    for (const time of [early, late]) {
      await expectDecision(
        t,
        one,
        [accepting(one, time)],
        "issuer-not-trusted",
        `a rule with ${JSON.stringify(time)}`,
      );
      const denying = { effect: "deny", issuer: [one.did], ...time };
      await expectDecision(
        t,
        one,
        [accepting(one), denying],
        "passed",
        `a denial with ${JSON.stringify(time)}`,
      );
    }
  },
});
