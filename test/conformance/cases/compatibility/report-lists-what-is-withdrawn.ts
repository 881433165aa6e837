import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { resultsOf, shelfOf } from "../../steps/demands.ts";
import { isObject } from "../../http.ts";

const STATUSES = { active: 0, preview: 0, deprecated: 0, endOfSale: 1, retired: 1 };

export default defineCase({
  title: "That an offer is no longer sold is an obstacle of its own, with what was found",
  requirements: ["MPLI-COMP-053@3872706e"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "an incompatible offer of which every requirement is met, and no word why",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const names = Object.keys(STATUSES);
    const offers = names.map((status) => [status, { status, vcpus: 2 }] as const);
    const shelf = await shelfOf(t, Object.fromEntries(offers));
    const result = await resultsOf(t, shelf, [{ must: [{ on: "vcpus", atLeast: "1" }] }]);
    const withdrawn = names.map((name) => {
      const obstacles = [result(0, name)["obstacles"] ?? []].flat().filter(isObject);
      return obstacles.filter(({ reason }) => reason === "withdrawn");
    });
    const counts = withdrawn.map(({ length }) => length);
    t.equal(counts, Object.values(STATUSES), `the obstacles of ${names.join(", ")} are`);
    for (const [index, obstacle] of withdrawn.entries())
      for (const { outcome, found, message } of obstacle) {
        t.equal(
          [outcome, [found].flat()],
          ["violated", [names[index]]],
          "the outcome and what was found are",
        );
        const says = typeof message === "string" && message.length > 0;
        t.that(says, "a sentence in `message`", JSON.stringify(message ?? null));
      }
  },
});
