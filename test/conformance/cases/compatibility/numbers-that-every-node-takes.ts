import { defineCase } from "../../case.ts";
import { componentsOf, requirementsOf, resultsOf, shelfOf } from "../../steps/demands.ts";
import {
  MOST,
  areas,
  around,
  components,
  families,
  joined,
  requirements,
  upTo,
} from "../../steps/numbers.ts";

export default defineCase({
  title: "A demand that is as large as the table allows is judged by all that it says",
  requirements: ["MPLI-COMP-067@d80b505f"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "numbers of a node's own, or judging by what comes first",
  since: "0.1",
  writes: true,
  async run(t) {
    const place = [
      { id: "/regions/ams", type: "Region", within: `https://kit.example/areas/${MOST.values}` },
    ];
    const shelf = await shelfOf(
      t,
      { full: { vcpus: MOST.requirements, family: `f${MOST.values}`, region: "/regions/ams" } },
      { place },
    );
    const judged = [
      { must: requirements(MOST.requirements) },
      { must: [{ allOf: requirements(MOST.requirements - 1) }] },
      { must: [around(MOST.around, { on: "vcpus", atLeast: MOST.requirements })] },
      { must: [{ on: "family", isOneOf: families(MOST.values) }] },
      { must: [{ on: "region", within: areas(MOST.values) }] },
    ];
    const result = await resultsOf(t, shelf, judged);
    for (const [index] of judged.entries())
      t.equal(result(index, "full")["verdict"], "compatible", `the verdict on component ${index} is`);
    t.equal(requirementsOf(result(0, "full")).length, MOST.requirements, "the requirements are this many:");

    const answer = await shelf.ask({ component: components(MOST.components) });
    const names = componentsOf(t, answer).map(({ name }) => String(name));
    t.equal(
      names.toSorted(),
      upTo(MOST.components)
        .map((index) => `c${index}`)
        .toSorted(),
      "the components of the report are",
    );
    componentsOf(t, await shelf.ask(joined(MOST.joint)));
  },
});
