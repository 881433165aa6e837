import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { issuer } from "../../steps/credentials.ts";
import {
  accreditation,
  accrediting,
  believing,
  certificate,
  certifiedParty,
  expectReason,
  policyFor,
} from "../../steps/evidence.ts";

export default defineCase({
  title: "At most three accreditations lead from a certification body to one that the policy knows",
  requirements: ["MPLI-POL-027@f202f801"],
  role: "catalogue",
  feature: "policies",
  expects: "refuse",
  hunts: "following whatever chain a provider links, or one that goes around",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    if (!t.declared.features.has("evidence")) t.inapplicable("the target weighs no evidence");
    const [body, one, two, three, top] = [issuer(), issuer(), issuer(), issuer(), issuer()];
    const trustPolicy = policyFor([believing(body), accrediting(top)]);
    for (const [links, reason] of [
      [[accreditation(one, body.did), accreditation(two, one.did), accreditation(top, two.did)], "met"],
      [
        [accreditation(one, body.did), accreditation(two, one.did), accreditation(one, two.did)],
        "evidence-too-weak",
      ],
      [
        [
          accreditation(one, body.did),
          accreditation(two, one.did),
          accreditation(three, two.did),
          accreditation(top, three.did),
        ],
        "evidence-too-weak",
      ],
    ] as const) {
      const party = await certifiedParty(t, ({ did }) => [certificate(body, did), ...links]);
      await expectReason(t, party, "accredited", reason, { trustPolicy });
    }
  },
});
