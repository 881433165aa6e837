import { defineCase } from "../../case.ts";
import { part } from "../../steps/compositions.ts";
import { expectRefused } from "../../steps/demands.ts";

export default defineCase({
  title: "Names of components are compared character by character, and what is like one is none",
  requirements: ["MPLI-COMP-103@8948a808"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "comparing names without case, or without the spaces around them",
  since: "0.1",
  async run(t) {
    const component = [part("main"), part("Side")];
    for (const name of ["side", "SIDE", "Side ", "Sidé", "service"]) {
      const [problem] = await expectRefused(t, "unknown-component", {
        sound: { component, together: [{ sameRegion: ["main", "Side"] }] },
        broken: [{ component, together: [{ sameRegion: ["main", name] }] }],
      });
      t.equal(problem?.["name"], name, "the component that is named is");
    }
  },
});
