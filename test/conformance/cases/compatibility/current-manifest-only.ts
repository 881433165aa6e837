import { defineCase } from "../../case.ts";
import { RARE, ask, componentsOf, offersIn, resultsOf, shelfOf } from "../../steps/demands.ts";
import type { Exam } from "../../exam.ts";

export default defineCase({
  title: "A provider compares a demand with its current manifest, and with none of those before",
  requirements: ["MPLI-COMP-003@f3196886"],
  role: "provider",
  feature: "matching",
  expects: "accept",
  hunts: "keeping the offers that were read for the first demand",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    if (t.isCatalogue) t.inapplicable("a catalogue compares with its snapshots");
    const before = await shelfOf(t, { old: {}, kept: { engineVersion: "15" } });
    await before.results({ component: [{ class: RARE }] });
    const shelf = await shelfOf(t, { young: {}, kept: { engineVersion: "16" } });
    const result = await resultsOf(t, shelf, [{ must: [{ on: "engineVersion", is: "16" }] }]);
    t.equal(result(0, "kept")["verdict"], "compatible", "the verdict on an offer that was changed to fit is");
    t.equal(
      result(0, "young")["verdict"],
      "undetermined",
      "the verdict on an offer that came with the change is",
    );
    const [component] = componentsOf(t, await ask(t, { component: [{ class: RARE }] }));
    t.that(!offersIn(component).has(shelf.offer("old")), "no result for an offer that is gone", "one");
  },
});
