import { defineCase } from "../../case.ts";
import { costs, expectCompositions, part, ware } from "../../steps/compositions.ts";

export default defineCase({
  title: "Compositions with fewer wishes that are not met come first, whatever they cost",
  requirements: ["MPLI-COMP-107@5494baf7"],
  role: "node",
  feature: "composition",
  expects: "accept",
  hunts: "the cheapest first, or the best score of one component",
  since: "0.1",
  writes: true,
  async run(t) {
    const offers = [
      ware("m-both", "main", { vcpus: 8, memory: "64 GiBy", ...costs("100") }),
      ware("m-one", "main", { vcpus: 8, memory: "8 GiBy", ...costs("50") }),
      ware("s-met", "side", { vcpus: 8, ...costs("30") }),
      ware("s-missed", "side", { vcpus: 2, ...costs("1") }),
    ];
    await t.shelf(offers);
    const vcpus = { on: "vcpus", atLeast: "4" };
    const component = [
      part("main", { should: [vcpus, { on: "memory", atLeast: "32 GiBy" }] }),
      part("side", { should: [vcpus] }),
    ];
    await expectCompositions(t, { component }, [
      "main=m-both, side=s-met",
      "main=m-one, side=s-met",
      "main=m-both, side=s-missed",
      "main=m-one, side=s-missed",
    ]);
  },
});
