import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { SUBJECTS, typed } from "../../steps/credential-types.ts";
import { expectValid, issuer, token } from "../../steps/credentials.ts";

export default defineCase({
  title: "A credential of each type of MPLI is valid in its own words",
  requirements: ["MPLI-CRED-001@ae0eb78f"],
  role: "node",
  feature: "verification",
  expects: "accept",
  hunts: "a verifier that knows the context of W3C alone, or another edition of ours",
  since: "0.1",
  async run(t: Exam) {
    const one = issuer();
    for (const type of Object.keys(SUBJECTS)) {
      const found = await expectValid(t, token(one, typed(one, type)), `a credential of the type ${type}`);
      t.that(
        [found["credentialType"]].flat().includes(type),
        `${type} among the types`,
        JSON.stringify(found["credentialType"]),
      );
    }
  },
});
