import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { currentDigests } from "../../steps/current-digests.ts";
import { reportIn } from "../../steps/report-media.ts";
import { demandForWhatMayBeSold } from "../../steps/reports.ts";

export default defineCase({
  title: "A report as a graph is the same bytes again, as a report in JSON is",
  requirements: ["MPLI-COMP-057@9fefd7cd"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "labels of blank nodes that are counted on from one request to the next",
  since: "0.1",
  async run(t: Exam) {
    const demand = await demandForWhatMayBeSold(t);
    for (const media of ["application/ld+json", "text/turtle"]) {
      const before = await currentDigests(t);
      const [first, second] = [await reportIn(t, media, demand), await reportIn(t, media, demand)];
      const after = await currentDigests(t);
      const isSame = first.text === second.text;
      if (!isSame && JSON.stringify([...before]) !== JSON.stringify([...after]))
        t.cannotTell("a manifest was replaced meanwhile");
      if (!isSame && [first, second].some(({ text }) => text.includes("stale-source")))
        t.cannotTell("a snapshot became stale meanwhile");
      t.that(isSame, `the same bytes as ${media}`, "others");
    }
  },
});
