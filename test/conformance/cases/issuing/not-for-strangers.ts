import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { wanted } from "../../steps/issuing.ts";

export default defineCase({
  title: "Nobody but the operator issues credentials, changes their status or lists them",
  requirements: ["MPLI-ISSUE-004@8c4e38f1"],
  role: "node",
  feature: "issuing",
  expects: "refuse",
  hunts: "a list that anyone can read, since it changes nothing",
  since: "0.1",
  async run(t: Exam) {
    const credentialId = "urn:uuid:00000000-0000-4000-8000-000000000000";
    const status = { type: "BitstringStatusListEntry", statusPurpose: "revocation", status: true };
    const bodies = {
      issue: { credential: wanted() },
      status: { credentialId, credentialStatus: [status] },
      issued: undefined,
    };
    for (const [name, body] of Object.entries(bodies))
      for (const token of [{}, { authorization: "Bearer not-the-token" }]) {
        const json = { "content-type": "application/json", ...token };
        const answer = await t.request(
          t.endpoint(name),
          body ? { method: "POST", headers: json, body: JSON.stringify(body) } : { headers: token },
        );
        if (answer.status === 403) t.refusal(answer, 403, "no-operator");
        else t.refusal(answer, 401, "operator-only");
      }
  },
});
