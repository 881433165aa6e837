import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { parseGraph } from "../../graph.ts";
import { isObject } from "../../http.ts";
import { askWith, demandForWhatMayBeSold, textsOf } from "../../steps/reports.ts";
import { Writer } from "n3";

export default defineCase({
  title: "A demand in another syntax and order is the same demand, and gets the same report",
  requirements: ["MPLI-COMP-057@9fefd7cd"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "requirements in the order in which they were written, or blank nodes by their labels",
  since: "0.1",
  sequence: [
    "Kit->>Node: POST matches, as JSON-LD",
    "Kit->>Node: POST matches, as Turtle",
    "Node-->>Kit: the same report",
  ],
  async run(t: Exam) {
    const demand = await demandForWhatMayBeSold(t);
    const graph = await parseGraph(JSON.stringify(demand), "application/ld+json", t.endpoint("matches"));
    const quads = graph.store.getQuads(null, null, null, null).toReversed();
    const turtle = new Writer({ format: "Turtle" }).quadsToString(quads);
    const headers = { accept: "application/json", "content-type": "text/turtle" };
    const address = `${t.endpoint("matches")}?limit=50`;
    const answers = [
      await askWith(t, demand, "?limit=50"),
      await askWith(t, turnedRound(demand), "?limit=50"),
      await t.request(address, { method: "POST", headers, body: turtle }),
    ];
    for (const answer of answers) t.status(answer, 200);
    const snapshots = new Set(answers.map((answer) => answer.json()["snapshot"]));
    if (snapshots.size > 1) t.cannotTell("a manifest was replaced meanwhile");
    const reports = textsOf(answers);
    t.that(reports[0] === reports[1], "the same bytes on requirements in another order", "others");
    t.that(reports[0] === reports[2], "the same bytes on the demand in Turtle", "others");
  },
});

/** The same JSON with the members of its objects and its lists the other way round. */
function turnedRound<T>(value: T): T {
  if (Array.isArray(value)) return value.map(turnedRound).toReversed() as T;
  if (!isObject(value)) return value;
  const members = Object.entries(value).map(([name, member]) => [name, turnedRound(member)] as const);
  return Object.fromEntries(members.toReversed()) as T;
}
