import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { offersAddress } from "../../steps/offers-walk.ts";

export default defineCase({
  title: "A position that the catalogue cannot have given is refused",
  requirements: ["MPLI-CAT-040@b46511a5"],
  role: "catalogue",
  feature: "core",
  expects: "refuse",
  hunts: "starting from the beginning, so that a walk never ends",
  since: "0.1",
  async run(t: Exam) {
    for (const after of [
      "\u0000",
      "☃ of no walk ☃",
      "did:web:conformance-kit.example~",
      "../../etc/passwd",
    ]) {
      const answer = await t.get(offersAddress(t, { after }), { accept: "text/turtle" });
      t.that(
        answer.status === 400,
        `the position ${JSON.stringify(after)} to be refused with 400`,
        String(answer.status),
      );
      t.refusal(answer, 400, "malformed-parameter");
    }
  },
});
