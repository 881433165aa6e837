import { defineCase } from "../../case.ts";
import { resultsOf, shelfOf } from "../../steps/demands.ts";
import { ON_SIXTEEN, VERDICTS } from "../../steps/tables.ts";

const asking = (...parts: readonly { ask?: string; customerIn?: string }[]) => ({
  prerequisite: parts.map((part) => ({ type: "Prerequisite", ...part })),
});
const [LEGAL, TAXED, LOCAL, ABROAD] = [
  { ask: "legal-person" },
  { ask: "vat-number" },
  { customerIn: "EU" },
  { customerIn: "US" },
];

export default defineCase({
  title: "Two musts and the prerequisites come to the verdict of the table",
  requirements: ["MPLI-COMP-023@f198941f"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts:
    "letting unknown outweigh violated, the last must decide, or a prerequisite that nobody can meet leave it open",
  since: "0.1",
  writes: true,
  async run(t) {
    const facts = { engineVersion: "16", runtimeVersion: "16" };
    const shelf = await shelfOf(t, {
      free: facts,
      met: { ...facts, ...asking(LEGAL, LOCAL) },
      open: { ...facts, ...asking(LEGAL, TAXED) },
      shut: { ...facts, ...asking(LEGAL, ABROAD) },
      both: { ...facts, ...asking(TAXED, ABROAD) },
    });
    const components = VERDICTS.map(([one, other]) => ({
      must: [
        { on: "engineVersion", atLeast: ON_SIXTEEN.atLeast[one] },
        { on: "runtimeVersion", atMost: ON_SIXTEEN.atMost[other] },
      ],
    }));
    const customer = { presents: ["legal-person", "terms"], customer: { country: "NL" } };
    const result = await resultsOf(t, shelf, components, customer);
    for (const [index, [one, other, met, open, shut]] of VERDICTS.entries())
      for (const [offer, verdict] of Object.entries({ free: met, met, open, shut, both: shut }))
        t.equal(
          result(index, offer)["verdict"],
          verdict,
          `${one} and ${other} on the offer ${offer} come to`,
        );
  },
});
