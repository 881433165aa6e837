import { defineCase } from "../../case.ts";
import { resultsOf, shelfOf } from "../../steps/demands.ts";

export default defineCase({
  title: "An offer that is retired or at the end of its sale is incompatible, whatever it states",
  requirements: ["MPLI-COMP-023@f198941f"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "forgetting one of the two statuses, or hiding what is deprecated",
  since: "0.1",
  writes: true,
  async run(t) {
    const statuses = { active: true, preview: true, deprecated: true, endOfSale: false, retired: false };
    const offers = Object.keys(statuses).map((status) => [status, { status, engineVersion: "16" }]);
    const shelf = await shelfOf(t, Object.fromEntries(offers));
    const components = [{}, ...["16", "16.4"].map((is) => ({ must: [{ on: "engineVersion", is }] }))];
    const sold = ["compatible", "compatible", "undetermined"];
    const result = await resultsOf(t, shelf, components);
    for (const [status, isSold] of Object.entries(statuses))
      for (const [index, verdict] of sold.entries())
        t.equal(
          result(index, status)["verdict"],
          isSold ? verdict : "incompatible",
          `the verdict on an offer of status ${status} is`,
        );
  },
});
