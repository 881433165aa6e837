import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { issuer } from "../../steps/credentials.ts";
import {
  expectWrong,
  held,
  presentation,
  presentationFound,
  presentationToken,
} from "../../steps/presentations.ts";

export default defineCase({
  title: "A presentation is signed by a key of its holder, and of nobody else",
  requirements: ["MPLI-PRES-019@2860b4c9"],
  role: "node",
  feature: "presentations",
  expects: "refuse",
  hunts: "taking any key that a token names",
  since: "0.1",
  async run(t: Exam) {
    const [holder, thief] = [issuer(), issuer()];
    const text = presentationToken(thief, presentation(holder, [held(holder)]));
    expectWrong(
      t,
      await presentationFound(t, text),
      ["key", "kid-holder-mismatch"],
      "a presentation by a thief",
    );
  },
});
