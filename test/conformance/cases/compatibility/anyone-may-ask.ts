import { defineCase } from "../../case.ts";
import { RARE, ask, componentsOf, demandFor } from "../../steps/demands.ts";

export default defineCase({
  title: "A demand is compared for anyone, without credentials",
  requirements: ["MPLI-COMP-002@de7b3519"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "one guard for all requests that have a body",
  since: "0.1",
  async run(t) {
    const [component] = componentsOf(t, await ask(t, demandFor({ on: "vcpus", atLeast: 2 })));
    t.equal(component?.["class"], RARE, "the class of the component in the report is");
  },
});
