import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { isObject } from "../../http.ts";
import { SUBJECTS } from "../../steps/credential-types.ts";
import { CREDENTIALS } from "../../steps/credentials.ts";
import { issue, issued, wanted } from "../../steps/issuing.ts";

export default defineCase({
  title: "A credential of a type of MPLI is not issued where it lacks what its type asks for",
  requirements: ["MPLI-ISSUE-032@fa5089dc"],
  role: "node",
  feature: "issuing",
  expects: "refuse",
  hunts: "a certification without a scheme under a good signature",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    for (const [type, { id = "" }] of Object.entries(SUBJECTS)) {
      const lacking = {
        "@context": [CREDENTIALS, "https://w3id.org/mpli/credentials/v1"],
        type: ["VerifiableCredential", type],
        credentialSubject: { id, name: "Subject" },
      };
      const problem = t.refusal(await issue(t, wanted(lacking)), 422, "type-violation");
      const { violations } = problem;
      t.that(
        Array.isArray(violations) && violations.length > 0 && violations.every(isObject),
        "what is wrong, in `violations`",
        JSON.stringify(violations),
      );
    }
    await issued(t);
  },
});
