import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { issuer } from "../../steps/credentials.ts";
import { certificate, digestOf, publishCertified, reportOn } from "../../steps/evidence.ts";

export default defineCase({
  title: "A report on a demand that asks for evidence lists the credentials and the policy behind it",
  requirements: ["MPLI-EVID-013@4d0d0345", "MPLI-EVID-014@46aa4e61"],
  role: "catalogue",
  feature: "evidence",
  expects: "accept",
  hunts: "leaving out what a report rests on",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const body = issuer();
    const party = await t.party({ offers: [] });
    const tokens = [certificate(body, party.did), certificate(body, party.did, {}, "ISO9001")];
    const forged = certificate({ ...body, privateKey: issuer().privateKey }, party.did);
    await publishCertified(t, party, () => [...tokens, forged]);
    const report = (await reportOn(t, "attested")).json();
    const considered = [report["credentials"] ?? []].flat();
    for (const token of tokens) {
      const digest = await digestOf(token);
      t.that(
        considered.includes(digest),
        `the digest ${digest} in \`credentials\``,
        JSON.stringify(considered),
      );
    }
    t.that(!considered.includes(await digestOf(forged)), "no forged credential in `credentials`", "one");
    t.equal(considered, considered.toSorted(), "the order of `credentials` is");
    t.that(
      typeof report["policyName"] === "string",
      "the name of a policy in `policyName`",
      String(report["policyName"]),
    );
    const plain = (await reportOn(t, "asserted")).json();
    t.equal(plain["policyName"], undefined, "`policyName` of a report without evidence is");
  },
});
