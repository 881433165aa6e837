import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { credential, expectFault, issuer, token } from "../../steps/credentials.ts";

export default defineCase({
  title: "A time that is none, or in milliseconds, is not taken for a distant one",
  requirements: ["MPLI-TRUST-031@98f9148c"],
  role: "node",
  feature: "verification",
  expects: "refuse",
  hunts: "an end in milliseconds, which is in the year 58000",
  since: "0.1",
  async run(t: Exam) {
    const one = issuer();
    const now = Date.now();
    const wrong = [
      { exp: now + 1e9 },
      { exp: Math.floor(now / 1000) + 600.5 },
      { iat: "1700000000" },
      { validFrom: "2026-01-01" },
      { validUntil: "2099-01-01T00:00:00" },
      { validUntil: "2099-02-31T00:00:00Z" },
    ];
    for (const times of wrong)
      await expectFault(
        t,
        token(one, { ...credential(one), ...times }),
        ["time", "failed", "malformed-time"],
        JSON.stringify(times),
      );
  },
});
