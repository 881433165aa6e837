import { defineCase } from "../../case.ts";
import { shelfOf } from "../../steps/demands.ts";

const CLASSES = { database: "Database", relational: "RelationalDatabase", graph: "GraphDatabase" };

export default defineCase({
  title: "Who asks for a relational database is not served by some database, and who asks for any is by all",
  requirements: ["MPLI-COMP-072@f3d923ad"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "taking classes for equal that have a class in common",
  since: "0.1",
  writes: true,
  async run(t) {
    const offers = Object.entries(CLASSES).map(([id, name]) => [id, { class: name }] as const);
    const shelf = await shelfOf(t, Object.fromEntries(offers));
    for (const [asked, met] of [
      ["Database", ["database", "relational", "graph"]],
      ["RelationalDatabase", ["relational"]],
      ["GraphDatabase", ["graph"]],
      ["KeyValueDatabase", []],
    ] as const) {
      const must = [{ on: "class", is: asked }];
      const results = await shelf.results({ component: [{ class: "Database", must }] });
      const fitting = results.filter(({ verdict }) => verdict === "compatible").map(({ offer }) => offer);
      t.equal(
        fitting.toSorted(),
        met.map((id) => shelf.offer(id)).toSorted(),
        `the offers that serve who asks for the class ${asked} are`,
      );
    }
  },
});
