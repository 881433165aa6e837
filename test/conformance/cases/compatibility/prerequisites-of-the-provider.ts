import { defineCase } from "../../case.ts";
import { resultsOf, shelfOf } from "../../steps/demands.ts";

const asking = (...tokens: string[]) => ({
  prerequisite: tokens.map((ask) => ({ type: "Prerequisite", ask })),
});

export default defineCase({
  title: "A prerequisite of the provider holds for each of its offers, besides their own",
  requirements: ["MPLI-COMP-023@f198941f", "MPLI-COMP-021@edb35975"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "reading prerequisites of offers only",
  since: "0.1",
  writes: true,
  async run(t) {
    const shelf = await shelfOf(t, { plain: {}, own: asking("terms") }, { provider: asking("legal-person") });
    for (const [presents, plain, own] of [
      [[], "undetermined", "undetermined"],
      [["legal-person"], "compatible", "undetermined"],
      [["terms"], "undetermined", "undetermined"],
      [["terms", "legal-person"], "compatible", "compatible"],
    ] as const) {
      const result = await resultsOf(t, shelf, [{}], { presents });
      const verdicts = [result(0, "plain"), result(0, "own")].map(({ verdict }) => verdict);
      t.equal(
        verdicts,
        [plain, own],
        `the verdicts where ${presents.join(" and ") || "nothing"} is presented are`,
      );
    }
  },
});
