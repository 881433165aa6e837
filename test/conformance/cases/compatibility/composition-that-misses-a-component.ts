import { defineCase } from "../../case.ts";
import { expectCompositions, part, ware } from "../../steps/compositions.ts";

export default defineCase({
  title: "Components for which there is nothing to choose are named, and then nothing is composed",
  requirements: ["MPLI-COMP-109@f97fbd6b", "MPLI-COMP-108@f80fde0f"],
  role: "node",
  feature: "composition",
  expects: "refuse",
  hunts: "composing what there is, or naming the component with incompatible offers alone",
  since: "0.1",
  writes: true,
  async run(t) {
    await t.shelf([ware("main", "main"), ware("asks", "asks", { prerequisite: { ask: "legal-person" } })]);
    const component = [part("main"), part("nobody"), part("asks")];
    const report = await expectCompositions(
      t,
      { component, together: [{ sameProvider: ["main", "asks"] }] },
      [],
    );
    const { missing, outcome, removals } = report;
    t.equal([missing].flat().toSorted(), ["asks", "nobody"], "the components that are missing are");
    t.equal([outcome, removals], ["infeasible", []], "the outcome and the removals are");
    const sound = await expectCompositions(t, { component, presents: ["legal-person"] }, []);
    t.equal(sound["missing"], ["nobody"], "the components that are missing yet are");
    const whole = await expectCompositions(t, { component: [part("main")] }, ["main=main"]);
    t.equal(
      [whole["missing"], whole["outcome"]],
      [[], "optimal"],
      "what is missing, and the outcome, where nothing is are",
    );
  },
});
