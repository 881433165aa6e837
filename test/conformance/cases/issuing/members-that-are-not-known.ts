import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { issue, issued, wanted } from "../../steps/issuing.ts";

export default defineCase({
  title: "A member beside the credential that is not known is refused, and not passed over",
  requirements: ["MPLI-ISSUE-013@83e89454"],
  role: "node",
  feature: "issuing",
  expects: "refuse",
  hunts: "options that stand beside `options`, or are called otherwise",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    for (const more of [{ suspension: true }, { option: { suspension: true } }, { "@context": "x" }]) {
      const { member } = t.refusal(await issue(t, wanted(), undefined, more), 422, "malformed-request");
      t.equal(member, Object.keys(more)[0], "the member is");
    }
    await issued(t, {}, { suspension: true });
  },
});
