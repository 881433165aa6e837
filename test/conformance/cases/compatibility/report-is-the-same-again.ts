import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { askWith, demandForWhatMayBeSold, textsOf } from "../../steps/reports.ts";

export default defineCase({
  title: "The same demand gets the same report again, byte by byte",
  requirements: ["MPLI-COMP-057@9fefd7cd"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "a time, a random name or the order of a hash table in the report",
  since: "0.1",
  sequence: [
    "Kit->>Node: POST matches",
    "Kit->>Node: POST matches, the same",
    "Node-->>Kit: the same report",
  ],
  async run(t: Exam) {
    const demand = await demandForWhatMayBeSold(t);
    const answers = [await askWith(t, demand, "?limit=50"), await askWith(t, demand, "?limit=50")];
    for (const answer of answers) t.status(answer, 200);
    const [first, second] = textsOf(answers);
    const snapshots = answers.map((answer) => answer.json()["snapshot"]);
    if (snapshots[0] !== snapshots[1]) t.cannotTell("a manifest was replaced meanwhile");
    t.that(first === second, "the same bytes", "others");
  },
});
