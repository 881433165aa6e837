import { defineCase } from "../../case.ts";
import { compositionsIn, costs, expectCompositions, part, ware } from "../../steps/compositions.ts";

export default defineCase({
  title:
    "Without preferences compositions with fewer prices that are not known come first, then those that cost less",
  requirements: ["MPLI-COMP-107@5494baf7"],
  role: "node",
  feature: "composition",
  expects: "accept",
  hunts: "counting what has no price as free",
  since: "0.1",
  writes: true,
  async run(t) {
    const offers = [
      ware("m-10", "main", costs("10")),
      ware("m-30", "main", costs("30")),
      ware("m-none", "main"),
      ware("s-5", "side", costs("5")),
      ware("s-none", "side"),
    ];
    await t.shelf(offers);
    const component = [part("main"), part("side", { count: 5 })];
    const expected = [
      "main=m-10, side=s-5",
      "main=m-30, side=s-5",
      "main=m-10, side=s-none",
      "main=m-none, side=s-5",
      "main=m-30, side=s-none",
      "main=m-none, side=s-none",
    ];
    for (const prefer of [[], ["cheapest"]])
      await expectCompositions(t, { component, ...(prefer.length > 0 ? { prefer } : {}) }, expected);
    const [priced, , half] = compositionsIn(await expectCompositions(t, { component }, expected));
    t.equal(
      [priced?.["monthly"], half?.["monthly"], half?.["currency"]],
      [35, undefined, undefined],
      "the prices are",
    );
  },
});
