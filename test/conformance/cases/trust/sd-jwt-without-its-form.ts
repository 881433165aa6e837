import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { encode, expectFault, expectOneOf, expectValid, issuer } from "../../steps/credentials.ts";
import { disclosure, sdJwt } from "../../steps/sd-jwts.ts";

export default defineCase({
  title: "An SD-JWT without its tildes, or with a disclosure that is none, is malformed",
  requirements: ["MPLI-TRUST-012@6c927c84", "MPLI-TRUST-040@14bcb1f2"],
  role: "node",
  feature: "verification",
  expects: "refuse",
  hunts: "a lenient decoder of disclosures",
  since: "0.1",
  async run(t: Exam) {
    const one = issuer();
    await expectValid(t, sdJwt(one), "the sound one");
    const id = String(sdJwt(one)["id"]);
    const ends = ["form", "failed", "malformed"] as const;
    await expectFault(t, { ...sdJwt(one), id: id.slice(0, -1) }, ends, "one without a tilde");
    for (const disclosures of [["e30"], [encode('["salt"]')], ["*"]])
      await expectFault(t, sdJwt(one, { disclosures }), ends, `the disclosure ${disclosures[0]}`);
    await expectOneOf(
      t,
      sdJwt(one, { disclosures: [disclosure("s", "_sd", [])] }),
      [ends, ["model", "failed", "disclosure-mismatch"]],
      "a disclosure of the name _sd",
    );
  },
});
