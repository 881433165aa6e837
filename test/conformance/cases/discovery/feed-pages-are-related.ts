import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { feedAddress, feedPage, feedPages, nextByGraph } from "../../steps/feed.ts";
import { linksOf } from "../../steps/links.ts";

export default defineCase({
  title: "A page of the feed leads to the next one, in the graph and in the Link field, until the last",
  requirements: ["MPLI-DISC-046@93a1a56b"],
  role: "provider",
  feature: "changes",
  expects: "accept",
  hunts: "a page size after which the feed just ends, or a link in one of the two places",
  since: "0.1",
  sequence: [
    "Kit->>Provider: GET changes",
    "Provider-->>Kit: 200, tree:relation, Link: next",
    "Kit->>Provider: GET the next page",
    "Provider-->>Kit: 200, the changes that follow",
  ],
  async run(t: Exam) {
    const pages = await feedPages(t, t.endpoint("changes"), 4);
    for (const [index, { url, graph, answer, changes, next }] of pages.entries()) {
      const last = changes.at(-1)?.sequence ?? 0;
      if (!next) {
        const { changes: more } = await feedPage(t, feedAddress(t, last));
        t.that(more.length === 0, `a next page of ${url}`, `none, and changes after ${last}`);
        continue;
      }
      t.equal(nextByGraph(graph), [next], `what tree:relation of ${url} leads to is`);
      t.equal(linksOf(answer, "next"), [next], `what Link of ${url} leads to as next is`);
      const [first] = pages[index + 1]?.changes ?? [];
      if (first) t.equal(first.sequence, last + 1, "the first number on the next page is");
    }
  },
});
