import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import type { JsonObject } from "../../http.ts";
import { CREDENTIALS } from "../../steps/credentials.ts";
import { issue, issued, wanted } from "../../steps/issuing.ts";

const UNSOUND: readonly [string, JsonObject][] = [
  ["not-a-credential", { "@context": ["https://www.w3.org/2018/credentials/v1"] }],
  ["not-a-credential", { "@context": [] }],
  ["not-a-credential", { type: ["EnvelopedVerifiablePresentation"], "@context": [CREDENTIALS] }],
  ["not-a-credential", { credentialSubject: [] }],
  ["not-a-credential", { credentialSubject: "did:web:subject.conformance.example" }],
];

export default defineCase({
  title: "What is no credential of the data model is not signed",
  requirements: ["MPLI-ISSUE-010@761ed877"],
  role: "node",
  feature: "issuing",
  expects: "refuse",
  hunts: "signing any JSON that its operator sends",
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
