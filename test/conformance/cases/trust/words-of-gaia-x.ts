import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { expectValid, issuer } from "../../steps/credentials.ts";
import { gaiaX, labelOver, numberOf, personOf } from "../../steps/labels.ts";

export default defineCase({
  title: "The words of Gaia-X are known",
  requirements: ["MPLI-CRED-008@8e27fdc4"],
  role: "node",
  feature: "verification",
  expects: "accept",
  hunts: "refusing the context of Gaia-X, or having another edition of it",
  since: "0.1",

  async run(t: Exam) {
    const by = issuer();
    await expectValid(t, personOf(by), "a legal person");
    await expectValid(t, numberOf(by), "a number of a register");
    await expectValid(t, await labelOver(by, [[personOf(by), "gx:LegalPerson"]]), "a label");
    const service = {
      id: "https://subject.conformance.example/offers/a",
      type: "ServiceOffering",
      keyword: "test",
    };
    await expectValid(t, gaiaX(by, "ServiceOffering", service), "a service, in words without a prefix");
  },
});
