import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { issuer } from "../../steps/credentials.ts";
import {
  envelopedPresentation,
  presentation,
  presentationToken,
  verifyPresentation,
} from "../../steps/presentations.ts";

export default defineCase({
  title: "A request without one presentation is refused, and not answered as one that is not valid",
  requirements: ["MPLI-PRES-009@5d399c40"],
  role: "node",
  feature: "presentations",
  expects: "refuse",
  hunts: "taking nothing for something invalid",
  since: "0.1",
  async run(t: Exam) {
    const holder = issuer();
    const sound = envelopedPresentation(presentationToken(holder, presentation(holder, [])));
    t.status(await verifyPresentation(t, sound), 200);
    for (const wrong of [undefined, null, 5, "x", [], [sound, sound], {}, { ...sound, id: undefined }])
      t.refusal(await verifyPresentation(t, wrong), 422, "no-presentation");
  },
});
