import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { offersAddress, offersAt } from "../../steps/offers-walk.ts";

export default defineCase({
  title: "Everybody can read the offers",
  requirements: ["MPLI-CAT-032@99c1f515"],
  role: "catalogue",
  feature: "core",
  expects: "accept",
  hunts: "offers that only the operator sees",
  since: "0.1",
  sequence: ["Kit->>Catalogue: GET offers, no token", "Catalogue-->>Kit: 200"],
  async run(t: Exam) {
    const first = await offersAt(t, offersAddress(t));
    if (!first) t.cannotTell("the catalogue has no offers");
    t.that(first.offers.length > 0, "offers in the first document", "none");
  },
});
