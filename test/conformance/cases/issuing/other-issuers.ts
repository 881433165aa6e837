import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { issue, issued, wanted } from "../../steps/issuing.ts";

export default defineCase({
  title: "A node does not speak for others",
  requirements: ["MPLI-ISSUE-006@bff15b72"],
  role: "node",
  feature: "issuing",
  expects: "refuse",
  hunts: "looking at an issuer that is a string, and not at one that is an object",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const other = "did:web:somebody.conformance.example";
    for (const issuer of [other, { id: other, name: t.declared.did ?? "" }, `${t.declared.did}:other`])
      t.refusal(await issue(t, wanted({ issuer })), 422, "foreign-issuer");
    await issued(t);
  },
});
