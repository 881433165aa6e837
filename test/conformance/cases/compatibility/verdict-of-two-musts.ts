import { defineCase } from "../../case.ts";
import { resultsOf, shelfOf } from "../../steps/demands.ts";
import { ON_SIXTEEN, VERDICTS } from "../../steps/tables.ts";

const asking = (...tokens: string[]) => ({
  prerequisite: tokens.map((ask) => ({ type: "Prerequisite", ask })),
});

export default defineCase({
  title: "Two musts and the prerequisites come to the verdict of the table",
  requirements: ["MPLI-COMP-023@25799419"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "letting unknown outweigh violated, or the last must decide",
  since: "0.1",
  writes: true,
  async run(t) {
    const facts = { engineVersion: "16", runtimeVersion: "16" };
    const shelf = await shelfOf(t, {
      free: facts,
      met: { ...facts, ...asking("legal-person") },
      unmet: { ...facts, ...asking("legal-person", "vat-number") },
    });
    const components = VERDICTS.map(([one, other]) => ({
      must: [
        { on: "engineVersion", atLeast: ON_SIXTEEN.atLeast[one] },
        { on: "runtimeVersion", atMost: ON_SIXTEEN.atMost[other] },
      ],
    }));
    const result = await resultsOf(t, shelf, components, { presents: ["legal-person", "terms"] });
    for (const [index, [one, other, presented, not]] of VERDICTS.entries())
      for (const [offer, verdict] of [
        ["free", presented],
        ["met", presented],
        ["unmet", not],
      ] as const)
        t.equal(
          result(index, offer)["verdict"],
          verdict,
          `${one} and ${other} on the offer ${offer} come to`,
        );
  },
});
