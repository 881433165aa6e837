import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import type { JsonObject } from "../../http.ts";
import { CREDENTIALS } from "../../steps/credentials.ts";
import { issue, issued, wanted } from "../../steps/issuing.ts";

const STRANGE = "https://contexts.conformance.example/v1";

const UNSOUND: readonly [string, JsonObject][] = [
  ["context-not-allowed", { "@context": [CREDENTIALS, STRANGE] }],
  [
    "context-not-allowed",
    { "@context": [CREDENTIALS, { colour: "https://terms.conformance.example/colour" }] },
  ],
  ["context-not-allowed", { credentialSubject: { "@context": STRANGE, name: "Subject" } }],
];

export default defineCase({
  title: "What stands under a context of unknown content is not signed",
  requirements: ["MPLI-ISSUE-010@761ed877"],
  role: "node",
  feature: "issuing",
  expects: "refuse",
  hunts: "fetching a context in order to sign under it",
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
