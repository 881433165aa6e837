import { defineCase } from "../../case.ts";
import { type Outcome, expectOutcomes, shelfOf } from "../../steps/demands.ts";
import type { JsonObject } from "../../http.ts";
import { OFFERS, PAGE, PLACES, PROVIDER, REPORT } from "../../steps/node-facts.ts";

export default defineCase({
  title: "A path of two properties leads to the facts of all nodes that stand at the first",
  requirements: ["MPLI-COMP-068@b4b50f90"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts:
    "judging by the first property, by the first node, by what the node is compared by, or by the offer's fact of that name",
  since: "0.1",
  writes: true,
  async run(t) {
    const shelf = await shelfOf(t, OFFERS, { place: PLACES, provider: PROVIDER });
    const here = (path: string) => new URL(path, shelf.offer("full")).href;
    const rows: readonly (readonly [first: string, second: string, bound: JsonObject, outcome: Outcome])[] = [
      ["portability", "import", { is: "csv" }, "satisfied"],
      ["portability", "import", { is: "pg_dump-custom/15" }, "satisfied"],
      ["portability", "import", { is: "pg_dump-custom/16" }, "violated"],
      ["portability", "export", { matches: "^pg_dump" }, "satisfied"],
      ["portability", "export", { is: "pg_dump-custom/15" }, "violated"],
      ["certification", "scheme", { is: "ISO27001" }, "satisfied"],
      ["certification", "evidencePage", { is: PAGE }, "satisfied"],
      ["certification", "evidencePage", { is: REPORT }, "satisfied"],
      ["certification", "evidencePage", { is: "https://clouds.example/" }, "violated"],
      ["delivery", "parameters", { is: PAGE }, "satisfied"],
      ["delivery", "by", { isOneOf: ["ansible", "terraform"] }, "violated"],
      ["prerequisite", "ask", { is: "legal-person" }, "satisfied"],
      ["region", "city", { isOneOf: ["Haarlem", "Delft"] }, "satisfied"],
      ["region", "city", { matches: "^am" }, "violated"],
      ["region", "name", { is: "Amsterdam 2" }, "satisfied"],
      ["region", "name", { is: "Full" }, "violated"],
      ["region", "renewableEnergy", { is: true }, "satisfied"],
      ["region", "renewableEnergy", { is: false }, "satisfied"],
      ["region", "latitude", { atLeast: 52 }, "satisfied"],
      ["region", "latitude", { moreThan: "52.37" }, "violated"],
      ["region", "within", { is: "NL" }, "satisfied"],
      ["region", "within", { is: here("/regions/ams") }, "satisfied"],
      ["region", "within", { is: "EU" }, "violated"],
    ];
    await expectOutcomes(
      t,
      shelf,
      rows.map(([first, second, bound, outcome]) => ({
        offer: "full",
        requirement: { path: [first, second], ...bound },
        outcome,
      })),
    );
  },
});
