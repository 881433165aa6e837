import { defineCase } from "../../case.ts";
import { feedAddress } from "../../steps/feed.ts";

export default defineCase({
  title: "The feed refuses to begin after a fraction, a number with a tail, or nothing",
  requirements: ["MPLI-DISC-047@028fd1ad"],
  role: "provider",
  feature: "changes",
  expects: "refuse",
  hunts: "parseInt, which reads 12 in 12abc, and Number, which reads 0 in nothing",
  since: "0.1",
  async run(t) {
    for (const after of ["1.5", "12abc", "1,000", ""]) {
      const answer = await t.get(feedAddress(t, after), { accept: "text/turtle" });
      t.refusal(answer, 400, "malformed-parameter");
    }
  },
});
