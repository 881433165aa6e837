import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { issuer, token } from "../../steps/credentials.ts";
import {
  accreditation,
  accrediting,
  believing,
  certificate,
  certificateOf,
  certifiedParty,
  expectReason,
  policyFor,
} from "../../steps/evidence.ts";
import type { JsonObject } from "../../http.ts";

/** A rule without what it takes its issuer for. */
const merely = ({ confers: _, ...rule }: JsonObject): JsonObject => rule;

export default defineCase({
  title: "Whom a policy accepts is no certification body unless a rule confers that, for each scheme at hand",
  requirements: ["MPLI-POL-026@24446c50"],
  role: "catalogue",
  feature: "policies",
  expects: "refuse",
  hunts: "taking everybody who is believed for a certification body",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    if (!t.declared.features.has("evidence")) t.inapplicable("the target weighs no evidence");
    const [body, top] = [issuer(), issuer()];
    const by = (...rules: readonly JsonObject[]) => ({ trustPolicy: policyFor(rules) });
    const party = await certifiedParty(t, ({ did }) => [
      certificate(body, did),
      accreditation(top, body.did),
    ]);
    const accepted = by(merely(believing(body)));
    await expectReason(t, party, "certified", "met", by(believing(body)));
    await expectReason(t, party, "attested", "met", accepted);
    await expectReason(t, party, "certified", "evidence-too-weak", accepted);
    const topless = by(believing(body), merely(accrediting(top)));
    await expectReason(t, party, "accredited", "met", by(believing(body), accrediting(top)));
    await expectReason(t, party, "accredited", "evidence-too-weak", topless);
    const certification = [{ scheme: "ISO27001" }, { scheme: "ISO9001" }];
    const both = await certifiedParty(t, ({ did }) => [
      token(body, certificateOf(body, did, { credentialSubject: { id: did, certification } })),
    ]);
    const other = believing(body, { scope: ["ISO9001"] });
    await expectReason(t, both, "certified", "met", by(believing(body), other));
    await expectReason(t, both, "certified", "evidence-too-weak", by(believing(body), merely(other)));
  },
});
