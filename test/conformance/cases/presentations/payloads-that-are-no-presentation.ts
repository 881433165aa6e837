import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { issuer } from "../../steps/credentials.ts";
import {
  expectWrong,
  presentation,
  presentationFound,
  presentationToken,
} from "../../steps/presentations.ts";

export default defineCase({
  title: "What is signed is a presentation of the data model",
  requirements: ["MPLI-PRES-022@b0f5da0c"],
  role: "node",
  feature: "presentations",
  expects: "refuse",
  hunts: "taking any signed object for a presentation",
  since: "0.1",
  async run(t: Exam) {
    const holder = issuer();
    const sound = presentation(holder, []);
    for (const payload of [
      { ...sound, type: ["VerifiableCredential"] },
      { ...sound, type: "Presentation" },
      { ...sound, "@context": ["https://www.w3.org/2018/credentials/v1"] },
      { ...sound, "@context": [] },
    ])
      expectWrong(
        t,
        await presentationFound(t, presentationToken(holder, payload)),
        ["model", "not-a-presentation"],
        "another object",
      );
  },
});
