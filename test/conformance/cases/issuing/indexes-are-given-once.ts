import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { entryOf, issued } from "../../steps/issuing.ts";

export default defineCase({
  title: "Each credential has a bit of its own",
  requirements: ["MPLI-ISSUE-016@a59d9edb"],
  role: "node",
  feature: "issuing",
  expects: "accept",
  hunts: "a revocation that hits somebody else, too",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const seen = new Set<string>();
    for (let count = 0; count < 6; count++) {
      const { list, index } = entryOf(t, await issued(t));
      t.that(Number.isInteger(index) && index >= 0, "a whole number as `statusListIndex`", String(index));
      t.that(!seen.has(`${list} ${index}`), "an index that no other credential has", String(index));
      seen.add(`${list} ${index}`);
    }
  },
});
