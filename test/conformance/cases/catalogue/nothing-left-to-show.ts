import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { offersAddress } from "../../steps/offers-walk.ts";

const NOBODY = "did:web:conformance-kit.example";

export default defineCase({
  title: "Where no document is left to show, the catalogue says so",
  requirements: ["MPLI-CAT-038@456ba72b"],
  role: "catalogue",
  feature: "core",
  expects: "refuse",
  hunts: "an empty page, which nobody can tell from an error",
  since: "0.1",
  sequence: [
    "Kit->>Catalogue: GET offers?provider=did:web:conformance-kit.example",
    "Catalogue-->>Kit: 404, no-more-offers",
  ],
  async run(t: Exam) {
    for (const query of [{ provider: NOBODY }, { provider: NOBODY, class: "VirtualMachine" }]) {
      const answer = await t.get(offersAddress(t, query), { accept: "text/turtle" });
      t.refusal(answer, 404, "no-more-offers");
    }
  },
});
