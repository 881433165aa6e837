import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { brief } from "../../http.ts";
import { issuer, keyPair } from "../../steps/credentials.ts";
import {
  expectWrong,
  held,
  presentation,
  presentationFound,
  presentationToken,
} from "../../steps/presentations.ts";

export default defineCase({
  title: "What a forged presentation claims is not repeated as if it were so",
  requirements: ["MPLI-PRES-016@64727002", "MPLI-PRES-021@e6fd6ede"],
  role: "node",
  feature: "presentations",
  expects: "refuse",
  hunts: "an answer that shows the holder of a forged presentation",
  since: "0.1",
  async run(t: Exam) {
    const holder = issuer();
    const payload = presentation(holder, [held(holder, { id: "urn:conformance:inside" })], {
      id: "urn:conformance:forged",
    });
    const found = await presentationFound(t, presentationToken({ ...keyPair(), kid: holder.kid }, payload));
    expectWrong(t, found, ["signature", "bad-signature"], "a forged presentation");
    const text = JSON.stringify(found);
    for (const claimed of ["urn:conformance:forged", "urn:conformance:inside"])
      t.that(!text.includes(claimed), `nothing of ${claimed}`, brief(text));
    t.equal(found["holder"], undefined, "the holder is");
  },
});
