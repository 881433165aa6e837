import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { issuer } from "../../steps/credentials.ts";
import { awaitReason, certificate, evidenceIn, judgedBy, ownCertified } from "../../steps/evidence.ts";

/** Of a node that signs its manifest, which is then declared. */
const TOO_WEAK = "evidence-too-weak";

export default defineCase({
  title: "A provider's node weighs the certificates that its own manifest links",
  requirements: ["MPLI-EVID-034@7bfa6c5b"],
  role: "provider",
  feature: "evidence",
  expects: "refuse",
  hunts: "taking a link in one's own manifest for evidence, or never looking where it leads",
  since: "0.1",
  writes: true,
  slow: true,
  async run(t: Exam) {
    const body = issuer();
    const sound = await ownCertified(t, (did) => [certificate(body, did)]);
    await awaitReason(t, sound, "attested", "met");
    const [evidence] = evidenceIn(await judgedBy(t, sound, "attested"));
    t.equal(evidence?.["issuer"], body.did, "the issuer in the report is");
    const over = await ownCertified(t, (did) => [
      certificate(body, did, { validUntil: "2026-02-01T00:00:00Z" }),
    ]);
    await awaitReason(t, over, "attested", "evidence-expired");
    const another = await ownCertified(t, () => [certificate(body, "did:web:another.example")]);
    await awaitReason(t, another, "attested", "evidence-of-another", TOO_WEAK);
    const none = await ownCertified(t, () => []);
    await awaitReason(t, none, "attested", "evidence-missing", TOO_WEAK);
  },
});
