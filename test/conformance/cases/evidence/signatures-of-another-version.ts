import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import type { Party } from "../../parties/provider.ts";
import { issuer } from "../../steps/credentials.ts";
import {
  certificate,
  expectReason,
  expectUnsigned,
  publishCertified,
  signatureOf,
  signedParty,
} from "../../steps/evidence.ts";

export default defineCase({
  title: "The signature of an older version says nothing of the manifest that is published now",
  requirements: ["MPLI-EVID-017@4088244c"],
  role: "catalogue",
  feature: "evidence",
  expects: "refuse",
  hunts: "looking at who has signed, and not at what",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    let [first, last] = ["", ""];
    const party = await signedParty(t, (...signed) => {
      last = signatureOf(...signed);
      return (first ||= last);
    });
    await expectReason(t, party, "declared", "met");
    // The second link is new: it shows when the target has looked at this version, too.
    const links = ({ did }: Party) => [1, 2].map(() => certificate(issuer(), did, {}, "ISO9001"));
    await publishCertified(t, party, links, { place: [{ id: "regions/new", type: "Region" }] });
    t.that(first !== last, "another version to be signed", "the same");
    await expectUnsigned(t, party);
  },
});
