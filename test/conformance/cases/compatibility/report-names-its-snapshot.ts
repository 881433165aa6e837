import { defineCase } from "../../case.ts";
import { RARE } from "../../steps/demands.ts";
import type { Exam } from "../../exam.ts";

export default defineCase({
  title: "The name of the snapshot stands for the manifests, whatever is asked of them",
  requirements: ["MPLI-COMP-056@7cc8a805"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "a number of the request, the time, or a digest of the demand",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const offers = ["one", "two"].map((id) => ({ id, class: RARE }));
    const ask = async (count: number, all: Parameters<Exam["shelf"]>[0]) => {
      const shelf = await t.shelf(all);
      const names = [];
      for (const hours of Array.from({ length: count }, (_, index) => `${index + 1}`)) {
        const answer = await shelf.ask({ component: [{ class: RARE, usage: { hoursPerMonth: hours } }] });
        t.status(answer, 200);
        names.push(answer.json()["snapshot"]);
      }
      return names;
    };
    const before = await ask(2, offers.slice(0, 1));
    t.equal(before[1], before[0], "the snapshot of another demand is");
    const [after] = await ask(1, offers);
    t.that(after !== before[0], "another snapshot after a manifest has changed", String(after));
  },
});
