import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { issue, issued, wanted } from "../../steps/issuing.ts";

export default defineCase({
  title: "A credential cannot bring claims of the token that it becomes",
  requirements: ["MPLI-ISSUE-011@5603e7a8"],
  role: "node",
  feature: "issuing",
  expects: "refuse",
  hunts: "an `exp` that the context defines, and that ends the credential",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    for (const more of [
      { exp: 1_800_000_000 },
      { nbf: 4_000_000_000 },
      { iss: "did:web:somebody.conformance.example" },
      { jti: "1" },
    ]) {
      const problem = t.refusal(await issue(t, wanted(more)), 422, "reserved-member");
      t.equal(problem["member"], Object.keys(more)[0], "the member is");
    }
    await issued(t);
  },
});
