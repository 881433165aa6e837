import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import type { JsonObject } from "../../http.ts";
import { issue, issued, wanted } from "../../steps/issuing.ts";

const UNSOUND: readonly [string, JsonObject][] = [
  ["undefined-term", { nmae: "A certificate" }],
  ["undefined-term", { credentialSubject: { id: "did:web:subject.conformance.example", certified: true } }],
];

export default defineCase({
  title: "A word without a meaning is not signed",
  requirements: ["MPLI-ISSUE-010@761ed877"],
  role: "node",
  feature: "issuing",
  expects: "refuse",
  hunts: "dropping what no context defines, and signing the rest",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    for (const [fault, more] of UNSOUND) {
      const problem = t.refusal(await issue(t, wanted(more)), 422, "unsound-credential");
      t.equal(problem["fault"], fault, "the fault is");
    }
    await issued(t);
  },
});
