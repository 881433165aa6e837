import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { JSON_LD, TURTLE, expectMedia, graphResources } from "../../steps/graph-resources.ts";

export default defineCase({
  title: "Each graph can be read as JSON-LD and as Turtle",
  requirements: ["MPLI-PROT-014@235fec34"],
  role: "node",
  feature: "core",
  expects: "accept",
  hunts: "a resource beside the manifest that is there in one syntax only",
  since: "0.1",
  sequence: ["Kit->>Node: GET a graph, Accept: text/turtle", "Node-->>Kit: 200, text/turtle"],
  async run(t: Exam) {
    for (const address of await graphResources(t))
      for (const media of [JSON_LD, TURTLE]) {
        const graph = await t.graph(await expectMedia(t, address, media, media));
        t.that(graph.size > 0, `statements in ${media} from ${address}`, "none");
      }
  },
});
