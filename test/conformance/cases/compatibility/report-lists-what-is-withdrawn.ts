import { defineCase } from "../../case.ts";
import { resultsOf, shelfOf } from "../../steps/demands.ts";
import { isObject } from "../../http.ts";

const STATUSES = { active: 0, preview: 0, deprecated: 0, endOfSale: 1, retired: 1 };

export default defineCase({
  title: "That an offer is no longer sold is an obstacle of its own",
  requirements: ["MPLI-COMP-053@a02217c4"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "an incompatible offer of which every requirement is met, and no word why",
  since: "0.1",
  writes: true,
  async run(t) {
    const names = Object.keys(STATUSES);
    const offers = names.map((status) => [status, { status, vcpus: 2 }] as const);
    const shelf = await shelfOf(t, Object.fromEntries(offers));
    const result = await resultsOf(t, shelf, [{ must: [{ on: "vcpus", atLeast: "1" }] }]);
    const withdrawn = names.map((name) => {
      const obstacles = [result(0, name)["obstacles"] ?? []].flat().filter(isObject);
      return obstacles.filter(({ reason }) => reason === "withdrawn").length;
    });
    t.equal(withdrawn, Object.values(STATUSES), `the obstacles of ${names.join(", ")} are`);
  },
});
