import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { credential, enveloped, issuer, token } from "../../steps/credentials.ts";

export default defineCase({
  title: "Nobody needs to say who they are to have a credential verified",
  requirements: ["MPLI-TRUST-002@e1ae66d1"],
  role: "node",
  feature: "verification",
  expects: "accept",
  hunts: "a door that is closed to strangers, or to those with another token",
  since: "0.1",
  async run(t: Exam) {
    const one = issuer();
    const body = JSON.stringify({ verifiableCredential: enveloped(token(one, credential(one))) });
    for (const authorization of [undefined, "Bearer of-nobody"]) {
      const headers = { "content-type": "application/json", ...(authorization ? { authorization } : {}) };
      const answer = await t.request(t.endpoint("verify"), { method: "POST", headers, body });
      t.status(answer, 200);
      t.equal(answer.json()["outcome"], "valid", "the outcome is");
    }
  },
});
