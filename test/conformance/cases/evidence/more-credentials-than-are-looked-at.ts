import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { issuer } from "../../steps/credentials.ts";
import { certificate, entriesOf, expectReason, publishCertified } from "../../steps/evidence.ts";

const MOST = 64;

export default defineCase({
  title: "Of the credentials that a manifest links 64 are looked at, and no more",
  requirements: ["MPLI-EVID-021@eb0c25b2", "MPLI-EVID-022@2f72e437"],
  role: "catalogue",
  feature: "evidence",
  expects: "refuse",
  hunts: "a manifest that keeps a catalogue busy for everybody else",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const body = issuer();
    const carried = (count: number, did: string) =>
      Array.from({ length: count }, (_, index) => {
        const compact = certificate(body, did, { id: `urn:conformance:${index}` });
        return `data:application/vc+jwt,${compact}`;
      });
    const few = await t.party({ offers: [] });
    await publishCertified(t, few, ({ did }) => carried(MOST, did));
    await expectReason(t, few, "attested", "met");
    const many = await t.party({ offers: [] });
    await publishCertified(t, many, ({ did }) => carried(MOST + 6, did), { lookedAt: MOST });
    const looked = entriesOf(await many.listed()).filter(({ address }) => address !== many.manifestAddress);
    t.equal(looked.length, MOST, "the credentials that were looked at are");
  },
});
