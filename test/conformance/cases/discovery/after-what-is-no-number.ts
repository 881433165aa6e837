import { defineCase } from "../../case.ts";
import { feedAddress } from "../../steps/feed.ts";

export default defineCase({
  title: "The feed refuses to begin after a word",
  requirements: ["MPLI-DISC-047@028fd1ad"],
  role: "provider",
  feature: "changes",
  expects: "refuse",
  hunts: "beginning from the start, or an error of the database",
  since: "0.1",
  async run(t) {
    for (const after of ["latest", "NaN", "Infinity", "1;2", "#41"]) {
      const answer = await t.get(feedAddress(t, after), { accept: "text/turtle" });
      t.refusal(answer, 400, "malformed-parameter");
    }
  },
});
