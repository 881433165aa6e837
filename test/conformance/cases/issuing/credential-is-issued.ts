import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { brief, isObject } from "../../http.ts";
import { issue, opened, wanted } from "../../steps/issuing.ts";

export default defineCase({
  title: "A credential that the operator sends comes back as a token in an envelope",
  requirements: ["MPLI-ISSUE-003@a1599133"],
  role: "node",
  feature: "issuing",
  expects: "accept",
  hunts: "an answer with the token bare, or with status 200",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const answer = await issue(t, wanted());
    t.status(answer, 201);
    const { verifiableCredential } = answer.json();
    const { type, id } = isObject(verifiableCredential) ? verifiableCredential : {};
    t.equal(type, "EnvelopedVerifiableCredential", "the type of what was issued is");
    const { header, payload } = opened(t, String(id).replace("data:application/vc+jwt,", ""));
    t.that(
      String(id).startsWith("data:application/vc+jwt,"),
      "the media type application/vc+jwt",
      brief(String(id)),
    );
    t.equal(header["typ"], "vc+jwt", "`typ` in the header is");
    t.equal(payload["type"], ["VerifiableCredential"], "the type of the credential is");
  },
});
