import { defineCase } from "../../case.ts";
import { costs, expectCompositions, part, ware } from "../../steps/compositions.ts";

export default defineCase({
  title: "Only compatible offers are chosen, cheap and well liked as others may be",
  requirements: ["MPLI-COMP-104@3d1a20a8", "MPLI-COMP-102@a87c4768"],
  role: "node",
  feature: "composition",
  expects: "refuse",
  hunts: "taking an offer of which a must is unknown, or that asks for something more",
  since: "0.1",
  writes: true,
  async run(t) {
    const fits = { memory: "64 GiBy", ...costs("100") };
    const offers = [
      ware("fits", "main", fits),
      ware("silent", "main", costs("1")),
      ware("small", "main", { memory: "8 GiBy", vcpus: 8, ...costs("1") }),
      ware("asks", "main", { ...fits, ...costs("1"), prerequisite: { ask: "legal-person" } }),
      ware("gone", "main", { ...fits, ...costs("1"), status: "retired" }),
    ];
    await t.shelf(offers);
    const must = [{ on: "memory", atLeast: "32 GiBy" }];
    const should = [{ on: "vcpus", atLeast: "4" }];
    const component = [part("main", { must, should })];
    await expectCompositions(t, { component }, ["main=fits"]);
    await expectCompositions(t, { component, presents: ["legal-person"] }, ["main=asks", "main=fits"]);
  },
});
