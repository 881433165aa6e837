import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { expectFault, expectValid, issuer } from "../../steps/credentials.ts";
import { gaiaX } from "../../steps/labels.ts";

export default defineCase({
  title:
    "A word that the context of Gaia-X does not define is none, though the context would give it a meaning",
  requirements: ["MPLI-CRED-009@dbf2aadb"],
  role: "node",
  feature: "verification",
  expects: "refuse",
  hunts: "a vocabulary for all words",
  since: "0.1",

  async run(t: Exam) {
    const by = issuer();
    const [id, undefinedTerm] = [
      "https://subject.conformance.example/a",
      ["contexts", "failed", "undefined-term"],
    ] as const;
    await expectValid(t, gaiaX(by, "LegalPerson", { id, legalName: "Subject" }), "a word of Gaia-X");
    await expectFault(
      t,
      gaiaX(by, "LegalPerson", { id, leaglName: "Subject" }),
      undefinedTerm,
      "a misspelt word",
    );
    await expectFault(
      t,
      gaiaX(by, "LeaglPerson", { id, legalName: "Subject" }),
      undefinedTerm,
      "a misspelt type",
    );
    await expectFault(t, gaiaX(by, "LegalPerson", { id, shoeSize: "x" }), undefinedTerm, "a word of others");
  },
});
