import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { issue, issued, wanted } from "../../steps/issuing.ts";

export default defineCase({
  title: "An option that is misspelt is refused, and not passed over",
  requirements: ["MPLI-ISSUE-013@83e89454"],
  role: "node",
  feature: "issuing",
  expects: "refuse",
  hunts: "a credential that cannot be suspended after all",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    for (const options of [
      { suspention: true },
      { status: "false" },
      { status: true, proofPurpose: "none" },
    ]) {
      const { member } = t.refusal(await issue(t, wanted(), options), 422, "malformed-request");
      t.that(String(member).startsWith("options."), "a member of `options`", String(member));
    }
    await issued(t, {}, { status: true });
  },
});
