import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { credential, issuer } from "../../steps/credentials.ts";
import {
  envelopedPresentation,
  expectWrong,
  held,
  presentation,
  presentationFound,
  presentationToken,
} from "../../steps/presentations.ts";

export default defineCase({
  title: "Only secured credentials are in a presentation, and no other presentation",
  requirements: ["MPLI-PRES-024@9442456b"],
  role: "node",
  feature: "presentations",
  expects: "refuse",
  hunts: "believing a credential because the holder signed around it",
  since: "0.1",
  async run(t: Exam) {
    const holder = issuer();
    const inner = envelopedPresentation(presentationToken(holder, presentation(holder, [held(holder)])));
    for (const inside of [inner, credential(issuer()), held(holder), {}, 5]) {
      const payload = presentation(holder, [held(holder)]);
      const list = [payload["verifiableCredential"] ?? []].flat();
      const text = presentationToken(holder, { ...payload, verifiableCredential: [...list, inside] });
      expectWrong(
        t,
        await presentationFound(t, text),
        ["model", "unsecured-credential"],
        "something else inside",
      );
    }
  },
});
