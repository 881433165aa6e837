import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { askWith, demandForWhatIsSold, onlyComponent } from "../../steps/reports.ts";

export default defineCase({
  title: "The limit cuts the ordered list, so that the first of it are listed",
  requirements: ["MPLI-COMP-049@5ed35287"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "cutting before ordering, or listing one more or less",
  since: "0.1",
  sequence: ["Kit->>Node: POST matches?limit=2", "Node-->>Kit: 200, the first two"],
  async run(t: Exam) {
    const demand = await demandForWhatIsSold(t);
    const all = onlyComponent(t, await askWith(t, demand, "?limit=100")).results;
    for (const limit of [1, 2]) {
      const { results } = onlyComponent(t, await askWith(t, demand, `?limit=${limit}`));
      const expected = all.slice(0, limit).map(({ offer }) => offer);
      t.equal(
        results.map(({ offer }) => offer),
        expected,
        `the results with a limit of ${limit} are`,
      );
    }
    if (all.length < 2) t.cannotTell("there are no two offers of one class");
  },
});
