import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { issuer, listed, publishList } from "../../steps/credentials.ts";
import { awaitReason, certificate, ownCertified } from "../../steps/evidence.ts";

const LIST = "/kit/status";

export default defineCase({
  title: "A provider's node finds out by itself that a certificate of its own was revoked",
  requirements: ["MPLI-EVID-034@7bfa6c5b"],
  role: "provider",
  feature: "evidence",
  expects: "refuse",
  hunts: "looking at one's own credentials once, when they are published",
  since: "0.1",
  writes: true,
  slow: true,
  async run(t: Exam) {
    const body = issuer();
    const other = await t.party();
    const list = publishList(other, body, {}, LIST);
    const { credentialStatus = null } = listed(body, list, 7);
    const shelf = await ownCertified(t, (did) => [certificate(body, did, { credentialStatus })]);
    await awaitReason(t, shelf, "attested", "met");
    const looks = () => other.asked.filter(({ path }) => path === LIST).length;
    const before = looks();
    // A catalogue that knows the target looks as well: one look more does not tell that the target's interval is short.
    await t.eventually("two more looks", async () => looks() > before + 1 || undefined, "cantTell");
    publishList(other, body, { set: [7] }, LIST);
    await awaitReason(t, shelf, "attested", "evidence-revoked");
  },
});
