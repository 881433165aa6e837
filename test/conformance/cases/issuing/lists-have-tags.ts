import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { entryOf, issued, readList } from "../../steps/issuing.ts";

export default defineCase({
  title: "Who has a status list need not read it again",
  requirements: ["MPLI-ISSUE-022@1372dfb1"],
  role: "node",
  feature: "issuing",
  expects: "accept",
  hunts: "a tag that changes with each answer",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const { answer } = await readList(t, entryOf(t, await issued(t)).list);
    const etag = t.header(answer, "ETag");
    t.status(await t.get(answer.url, { accept: "application/vc+jwt", "if-none-match": etag }), 304);
  },
});
