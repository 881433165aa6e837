import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { feedPages } from "../../steps/feed.ts";

export default defineCase({
  title: "The change feed is one event stream with every change as a member",
  requirements: ["MPLI-DISC-039@eedac0f7"],
  role: "provider",
  feature: "changes",
  expects: "accept",
  hunts: "changes that are described and not members, or a stream of its own for each page",
  since: "0.1",
  async run(t: Exam) {
    const streams = new Set<string>();
    for (const { url, graph } of await feedPages(t, t.endpoint("changes"), 4)) {
      const [stream, ...more] = graph.typed("ldes:EventStream");
      t.that(
        stream !== undefined && more.length === 0,
        `one ldes:EventStream at ${url}`,
        String(more.length + (stream ? 1 : 0)),
      );
      streams.add(stream);
      const members = graph.values(stream, "tree:member").sort();
      t.equal(members, graph.typed("mpli:Change").sort(), `the members of the stream at ${url} are`);
    }
    t.equal(streams.size, 1, "the number of streams on all pages is");
  },
});
