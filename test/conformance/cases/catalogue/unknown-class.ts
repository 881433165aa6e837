import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { offersAddress } from "../../steps/offers-walk.ts";

export default defineCase({
  title: "A service class that the catalogue does not know is refused, and not taken for an empty one",
  requirements: ["MPLI-CAT-039@3953da90"],
  role: "catalogue",
  feature: "core",
  expects: "refuse",
  hunts: "names that every object has, such as `constructor`",
  since: "0.1",
  sequence: ["Kit->>Catalogue: GET offers?class=VirtualMachin", "Catalogue-->>Kit: 400, unknown-class"],
  async run(t: Exam) {
    for (const name of [
      "VirtualMachin",
      "constructor",
      "toString",
      "__proto__",
      "https://conformance-kit.example/ns#Barge",
    ]) {
      const answer = await t.get(offersAddress(t, { class: name }), { accept: "text/turtle" });
      t.that(answer.status === 400, `the class ${name} to be refused with 400`, String(answer.status));
      t.refusal(answer, 400, "unknown-class");
    }
  },
});
