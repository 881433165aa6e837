import { defineCase } from "../../case.ts";
import { costs, expectCompositions, part, ware } from "../../steps/compositions.ts";

export default defineCase({
  title: "A budget for another period than a month is converted with 730 hours to the month",
  requirements: ["MPLI-COMP-106@b100a5ce"],
  role: "node",
  feature: "composition",
  expects: "refuse",
  hunts: "comparing a budget for an hour or a year with prices a month",
  since: "0.1",
  writes: true,
  async run(t) {
    await t.shelf([ware("main", "main", costs("73")), ware("side", "side", costs("73"))]);
    // The hours that a component runs are its own, and no month of the budget.
    const component = [part("main", { usage: { hoursPerMonth: "100" } }), part("side")];
    const all = ["main=main, side=side"];
    for (const [period, enough] of [
      ["year", 1752],
      ["day", 4.8],
      ["hour", 0.2],
      ["minute", 0.0034],
    ] as const)
      await expectCompositions(t, { component, together: [{ budget: enough, per: period }] }, all);
    for (const [period, short] of [
      ["year", 1751.99],
      ["day", 4.79],
      ["hour", 0.199],
      ["minute", 0.0033],
    ] as const)
      await expectCompositions(t, { component, together: [{ budget: short, per: period }] }, []);
  },
});
