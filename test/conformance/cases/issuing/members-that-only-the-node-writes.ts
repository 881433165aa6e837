import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { issue, issued, wanted } from "../../steps/issuing.ts";

export default defineCase({
  title: "A proof and a status are the node's to write",
  requirements: ["MPLI-ISSUE-011@5603e7a8"],
  role: "node",
  feature: "issuing",
  expects: "refuse",
  hunts: "a status that somebody else keeps, in a credential that the node answers for",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const status = {
      type: "BitstringStatusListEntry",
      statusPurpose: "revocation",
      statusListIndex: "0",
      statusListCredential: "https://lists.conformance.example/1",
    };
    for (const more of [
      { proof: { type: "DataIntegrityProof" } },
      { credentialStatus: status },
      { vc: wanted() },
    ]) {
      const problem = t.refusal(await issue(t, wanted(more)), 422, "reserved-member");
      t.equal(problem["member"], Object.keys(more)[0], "the member is");
    }
    await issued(t);
  },
});
