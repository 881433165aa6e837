import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { entryOf, issued, readList } from "../../steps/issuing.ts";

export default defineCase({
  title: "Caches keep a status list for minutes",
  requirements: ["MPLI-ISSUE-021@2248d5eb"],
  role: "node",
  feature: "issuing",
  expects: "accept",
  hunts: "a list that is cached like a page",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const { answer } = await readList(t, entryOf(t, await issued(t)).list);
    const field = t.header(answer, "Cache-Control");
    const ages = [...field.matchAll(/(?:^|[\s,])(?:s-maxage|max-age)=(\d+)/gi)].map(([, age]) => Number(age));
    const isShort = ages.length > 0 ? Math.max(...ages) <= 300 : /no-store|no-cache/i.test(field);
    t.that(isShort, "an age of at most 300 seconds", field);
  },
});
