import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import type { Answer } from "../../http.ts";
import { offersAddress } from "../../steps/offers-walk.ts";

/** No numbers and no tokens: before every IRI in the order of characters, and after every one. */
const POSITIONS = ["!!", "☃ of no walk ☃"];

export default defineCase({
  title: "A position that the catalogue cannot have given is refused",
  requirements: ["MPLI-CAT-040@b46511a5"],
  role: "catalogue",
  feature: "core",
  expects: "refuse",
  hunts: "starting from the beginning, so that a walk never ends",
  since: "0.1",
  async run(t: Exam) {
    const answers: Answer[] = [];
    for (const after of POSITIONS)
      answers.push(await t.get(offersAddress(t, { after }), { accept: "text/turtle" }));
    // Where positions are names in their order, all offers come after one of them and none after the other.
    const isOrder = String(answers.map(({ status }) => status).sort()) === "200,404";
    for (const answer of answers) {
      if (!isOrder) t.refusal(answer, 400, "malformed-parameter");
      else if (answer.status === 404) t.refusal(answer, 404, "no-more-offers");
    }
  },
});
