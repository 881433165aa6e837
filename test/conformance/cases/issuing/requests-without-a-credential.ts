import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { issue, issued, wanted } from "../../steps/issuing.ts";

export default defineCase({
  title: "A request without a credential is refused",
  requirements: ["MPLI-ISSUE-013@83e89454"],
  role: "node",
  feature: "issuing",
  expects: "refuse",
  hunts: "a token or a list taken for a credential",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    for (const credential of [undefined, null, "e30.e30.AA", [wanted()], 7]) {
      const problem = t.refusal(await issue(t, credential), 422, "malformed-request");
      t.equal(problem["member"], "credential", "the member is");
    }
    await issued(t);
  },
});
