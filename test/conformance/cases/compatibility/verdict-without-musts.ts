import { defineCase } from "../../case.ts";
import { resultsOf, shelfOf } from "../../steps/demands.ts";

const asking = (...tokens: string[]) => ({
  prerequisite: tokens.map((ask) => ({ type: "Prerequisite", ask })),
});

export default defineCase({
  title: "Without a must, every offer that is sold is compatible once its prerequisites are presented",
  requirements: ["MPLI-COMP-023@f198941f"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "needing at least one satisfied must",
  since: "0.1",
  writes: true,
  async run(t) {
    const shelf = await shelfOf(t, { free: {}, asks: asking("legal-person"), other: asking("legal") });
    const components = [{}, { should: [{ on: "memory", atLeast: "1 GiBy" }] }];
    for (const [presents, offer, verdict] of [
      [[], "free", "compatible"],
      [[], "asks", "undetermined"],
      [["legal-person"], "asks", "compatible"],
      [["legal-person"], "other", "undetermined"],
      [["Legal-Person", "legal-persons"], "asks", "undetermined"],
    ] as const) {
      const result = await resultsOf(t, shelf, components, { presents });
      for (const index of components.keys())
        t.equal(
          result(index, offer)["verdict"],
          verdict,
          `the verdict on ${offer} where ${presents.join(", ") || "nothing"} is presented is`,
        );
    }
  },
});
