import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { issuer } from "../../steps/credentials.ts";
import {
  envelopedPresentation,
  presentation,
  presentationToken,
  requested,
  verifyPresentation,
} from "../../steps/presentations.ts";

export default defineCase({
  title: "An option that cannot be read is refused, and not passed over",
  requirements: ["MPLI-PRES-010@ccc64f7a"],
  role: "node",
  feature: "presentations",
  expects: "refuse",
  hunts: "a challenge that is ignored",
  since: "0.1",
  async run(t: Exam) {
    const holder = issuer();
    const { id } = await requested(t);
    const sound = envelopedPresentation(presentationToken(holder, presentation(holder, [], { nonce: "n" })));
    t.status(await verifyPresentation(t, sound, { challenge: "n", nonce: "n" }), 200);
    for (const options of [
      { challenge: 7 },
      { domain: ["x"] },
      { challenge: "n", nonce: "m" },
      { domain: "n", audience: "m" },
      { request: id, nonce: "n" },
      { request: id, domain: "x" },
    ])
      t.refusal(await verifyPresentation(t, sound, options), 422, "malformed-options");
  },
});
