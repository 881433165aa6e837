import { defineCase } from "../../case.ts";
import { resultsOf, shelfOf } from "../../steps/demands.ts";

export default defineCase({
  title: "A should that is violated or unknown changes no verdict",
  requirements: ["MPLI-COMP-023@f198941f"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "judging all requirements alike",
  since: "0.1",
  writes: true,
  async run(t) {
    const shelf = await shelfOf(t, { sixteen: { engineVersion: "16" } });
    const should = [
      { on: "engineVersion", is: "17", weight: 1_000 },
      { on: "memory", atLeast: "1 GiBy" },
    ];
    const musts = { "16": "compatible", "16.4": "undetermined", "17": "incompatible" };
    const components = Object.keys(musts).map((is) => ({ must: [{ on: "engineVersion", is }], should }));
    const result = await resultsOf(t, shelf, [{ should }, ...components]);
    for (const [index, verdict] of ["compatible", ...Object.values(musts)].entries())
      t.equal(result(index, "sixteen")["verdict"], verdict, `the verdict on component ${index} is`);
  },
});
