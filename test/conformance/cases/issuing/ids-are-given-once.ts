import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { issue, issued, newId, wanted } from "../../steps/issuing.ts";

export default defineCase({
  title: "Of two credentials with one id the second is not issued",
  requirements: ["MPLI-ISSUE-012@d6edb80c"],
  role: "node",
  feature: "issuing",
  expects: "refuse",
  hunts: "a second credential that is revoked by revoking the first",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const id = newId();
    await issued(t, { id });
    t.refusal(await issue(t, wanted({ id })), 409, "credential-id-taken");
    const other = { type: "VerifiableCredential", credentialSubject: { name: "Another" } };
    t.refusal(await issue(t, wanted({ id, ...other })), 409, "credential-id-taken");
    await issued(t, { id: newId() });
  },
});
