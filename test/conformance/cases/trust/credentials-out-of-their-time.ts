import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { credential, expectFault, expectValid, issuer, token } from "../../steps/credentials.ts";

export default defineCase({
  title: "A credential holds from its first second to its last, as credential and as token",
  requirements: ["MPLI-TRUST-030@365335b2"],
  role: "node",
  feature: "verification",
  expects: "refuse",
  hunts: "looking at the dates of the credential or at the times of the token alone",
  since: "0.1",
  async run(t: Exam) {
    const one = issuer();
    const now = Date.now();
    const date = (minutes: number) => new Date(now + minutes * 60_000).toISOString();
    const seconds = (minutes: number) => Math.floor(now / 1000) + minutes * 60;
    const cases = [
      ["not-yet-valid", { validFrom: date(10) }],
      ["not-yet-valid", { nbf: seconds(10) }],
      ["not-yet-valid", { iat: seconds(10) }],
      ["expired", { validUntil: date(-10) }],
      ["expired", { exp: seconds(-10) }],
    ] as const;
    for (const [code, times] of cases)
      await expectFault(
        t,
        token(one, { ...credential(one), ...times }),
        ["time", "failed", code],
        JSON.stringify(times),
      );
    const sound = {
      validFrom: date(-10),
      nbf: seconds(-10),
      iat: seconds(-10),
      validUntil: date(10),
      exp: seconds(10),
    };
    await expectValid(t, token(one, { ...credential(one), ...sound }), "a credential within its time");
  },
});
