import { defineCase } from "../../case.ts";
import { costs, expectCompositions, part, ware } from "../../steps/compositions.ts";

export default defineCase({
  title: "The prices of all components, each as often as it is needed, add up to the budget at most",
  requirements: ["MPLI-COMP-106@b100a5ce", "MPLI-COMP-105@ad80d62b"],
  role: "node",
  feature: "composition",
  expects: "refuse",
  hunts: "checking each component by itself, or one of each",
  since: "0.1",
  writes: true,
  async run(t) {
    const main = [ware("m-small", "main", costs("10")), ware("m-large", "main", costs("25"))];
    await t.shelf([...main, ware("side", "side", costs("20"))]);
    const component = [part("main", { count: 3 }), part("side")];
    const within = (budget: number, per?: string) => ({
      component,
      together: [{ budget, ...(per === undefined ? {} : { per }) }],
    });
    const [small, large] = ["main=m-small, side=side", "main=m-large, side=side"];
    await expectCompositions(t, within(95), [small, large]);
    await expectCompositions(t, within(94.99), [small]);
    await expectCompositions(t, within(50, "month"), [small]);
    await expectCompositions(t, within(49.99), []);
  },
});
