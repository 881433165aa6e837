import { defineCase } from "../../case.ts";
import { feedAddress, feedPage, newestChange } from "../../steps/feed.ts";

export default defineCase({
  title: "Whoever has all changes is told of none",
  requirements: ["MPLI-DISC-045@a7383d21"],
  role: "provider",
  feature: "changes",
  expects: "accept",
  hunts: "an error, or the last change again, for the reader who has waited for news",
  since: "0.1",
  async run(t) {
    const newest = await newestChange(t);
    for (const after of [newest, newest + 1, 10 ** 15, "18446744073709551616"]) {
      const { changes } = await feedPage(t, feedAddress(t, after));
      t.equal(
        changes.map(({ sequence }) => sequence),
        [],
        `the numbers after ${after} are`,
      );
    }
  },
});
