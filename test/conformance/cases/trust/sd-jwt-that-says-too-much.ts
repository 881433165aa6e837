import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { expectFault, expectValid, issuer } from "../../steps/credentials.ts";
import { sdJwt } from "../../steps/sd-jwts.ts";

const numbers = (length: number) => Array.from({ length }, (_, index) => index);

export default defineCase({
  title: "An SD-JWT VC of some hundred values is read, and one of more than 700 is not",
  requirements: ["MPLI-TRUST-080@f9858810"],
  role: "node",
  feature: "verification",
  expects: "refuse",
  hunts: "claims that are looked through for as long as a stranger likes",
  since: "0.1",
  async run(t: Exam) {
    const one = issuer();
    await expectValid(t, sdJwt(one, { claims: { numbers: numbers(650) } }), "some 650 values");
    const ends = ["form", "failed", "malformed"] as const;
    await expectFault(t, sdJwt(one, { claims: { numbers: numbers(701) } }), ends, "more than 700 values");
  },
});
