import { defineCase } from "../../case.ts";
import { JSON_LD, expectMedia, graphResources } from "../../steps/graph-resources.ts";

export default defineCase({
  title: "Without an Accept field the answer is JSON-LD",
  requirements: ["MPLI-PROT-018@c225f013"],
  role: "node",
  feature: "core",
  expects: "accept",
  hunts: "Turtle or a page for people as what everybody gets who does not ask",
  since: "0.1",
  sequence: ["Kit->>Node: GET a graph, without Accept", "Node-->>Kit: 200, application/ld+json"],
  async run(t) {
    for (const address of await graphResources(t)) await expectMedia(t, address, undefined, JSON_LD);
  },
});
