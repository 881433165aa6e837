import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { issuerAt } from "../../steps/credentials.ts";
import {
  checkNamed,
  expectWrong,
  presentation,
  presentationFound,
  presentationToken,
} from "../../steps/presentations.ts";

export default defineCase({
  title: "A key that only states does not present",
  requirements: ["MPLI-PRES-020@0ea9b6a5"],
  role: "node",
  feature: "presentations",
  expects: "refuse",
  hunts: "a key for statements that opens doors",
  since: "0.1",
  async run(t: Exam) {
    const party = await t.party();
    const holder = issuerAt(party);
    const found = await presentationFound(t, presentationToken(holder, presentation(holder, [])));
    if (checkNamed(t, found, "key")["code"] === "did-unreachable")
      t.untested("the target reaches no party of the kit: --listen, --reached-at");
    expectWrong(t, found, ["key", "key-not-authorised"], "a presentation by a key for statements");
  },
});
