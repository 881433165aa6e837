import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { issuer } from "../../steps/credentials.ts";
import {
  expectWrong,
  held,
  objectsIn,
  presentation,
  presentationFound,
  presentationToken,
} from "../../steps/presentations.ts";

export default defineCase({
  title: "A presentation of 32 credentials is read, and one of 33 is not",
  requirements: ["MPLI-PRES-023@7d6d96b5"],
  role: "node",
  feature: "presentations",
  expects: "refuse",
  hunts: "one request that has hundreds of signatures verified",
  since: "0.1",
  async run(t: Exam) {
    const holder = issuer();
    const one = held(holder);
    const of = (count: number) => presentationToken(holder, presentation(holder, Array(count).fill(one)));
    const found = await presentationFound(t, of(32));
    t.equal(objectsIn(t, found, "credentials").length, 32, "the number of credentials verified is");
    expectWrong(t, await presentationFound(t, of(33)), ["model", "too-many-credentials"], "33 credentials");
  },
});
