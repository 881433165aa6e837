import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { feedAddress, feedPage, newestChange } from "../../steps/feed.ts";

export default defineCase({
  title: "after=n gives the changes from n+1 on",
  requirements: ["MPLI-DISC-045@a7383d21"],
  role: "provider",
  feature: "changes",
  expects: "accept",
  hunts: "one change too many or too few, the newest first, or a parameter that is not read",
  since: "0.1",
  async run(t: Exam) {
    const newest = await newestChange(t);
    if (newest < 2) t.cannotTell("too little has changed yet");
    for (const after of new Set([0, 1, Math.floor(newest / 2), newest - 1])) {
      const { changes } = await feedPage(t, feedAddress(t, after));
      t.that(changes.length > 0, `changes after ${after} of ${newest}`, "none");
      const numbers = changes.map(({ sequence }) => sequence);
      const wanted = numbers.map((_, index) => after + 1 + index);
      t.equal(numbers, wanted, `the numbers after ${after} are`);
    }
  },
});
