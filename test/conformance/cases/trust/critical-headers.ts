import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { credential, expectFault, expectValid, issuer, token } from "../../steps/credentials.ts";

export default defineCase({
  title: "What a header calls critical and the node does not understand ends it",
  requirements: ["MPLI-TRUST-015@bae29b5f"],
  role: "node",
  feature: "verification",
  expects: "refuse",
  hunts: "passing over crit, or reading a payload that is not encoded",
  since: "0.1",
  async run(t: Exam) {
    const one = issuer();
    await expectValid(t, token(one, credential(one), { note: "x" }), "a header with something to ignore");
    const headers = [
      { crit: ["sigT"], sigT: "2026-01-01T00:00:00Z" },
      { crit: [] },
      { b64: false, crit: ["b64"] },
      { b64: false },
    ];
    for (const header of headers)
      await expectFault(
        t,
        token(one, credential(one), header),
        ["form", "failed", "crit-not-understood"],
        `a token with ${JSON.stringify(header)}`,
      );
  },
});
