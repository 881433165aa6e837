import { defineCase } from "../../case.ts";
import { costs, expectCompositions, part, ware } from "../../steps/compositions.ts";

export default defineCase({
  title: "The first composition is listed, and after it as many as are asked for: three, unless it is stated",
  requirements: ["MPLI-COMP-107@5494baf7", "MPLI-COMP-108@f80fde0f"],
  role: "node",
  feature: "composition",
  expects: "accept",
  hunts: "counting the first among its alternatives",
  since: "0.1",
  writes: true,
  async run(t) {
    const offers = Array.from({ length: 12 }, (_, index) =>
      ware(`db-${index}`, "main", costs(`${index + 1}`)),
    );
    await t.shelf(offers);
    for (const [query, count] of [
      ["", 4],
      ["?alternatives=0", 1],
      ["?alternatives=1", 2],
      ["?alternatives=10", 11],
    ] as const) {
      const expected = Array.from({ length: count }, (_, index) => `main=db-${index}`);
      const report = await expectCompositions(t, { component: [part("main")] }, expected, query);
      t.equal(report["outcome"], "optimal", "the outcome is");
    }
  },
});
