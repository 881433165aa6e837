import { defineCase } from "../../case.ts";
import { costs, expectCompositions, part, ware } from "../../steps/compositions.ts";
import { price } from "../../steps/prices.ts";

export default defineCase({
  title: "Where there is a budget, what has no price is not chosen, however large the budget is",
  requirements: ["MPLI-COMP-104@3d1a20a8", "MPLI-COMP-106@b100a5ce", "MPLI-COMP-109@f97fbd6b"],
  role: "node",
  feature: "composition",
  expects: "refuse",
  hunts: "taking a price that is not known for none at all",
  since: "0.1",
  writes: true,
  async run(t) {
    const offers = [
      ware("dear", "main", costs("900")),
      ware("silent", "main"),
      ware("foreign", "main", { price: price("1.0", "month", { currency: "USD" }) }),
      ware("side", "side"),
    ];
    await t.shelf(offers);
    const together = [{ budget: 1_000_000 }];
    const free = ["main=dear, side=side", "main=foreign, side=side", "main=silent, side=side"];
    await expectCompositions(t, { component: [part("main"), part("side")] }, free);
    await expectCompositions(t, { component: [part("main")], together }, ["main=dear"]);
    const { missing, outcome } = await expectCompositions(
      t,
      { component: [part("main"), part("side")], together },
      [],
    );
    t.equal([missing, outcome], [["side"], "infeasible"], "what is missing, and the outcome, are");
  },
});
