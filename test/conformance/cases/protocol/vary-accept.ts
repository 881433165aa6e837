import { defineCase } from "../../case.ts";
import { JSON_LD, TURTLE, expectMedia, graphResources } from "../../steps/graph-resources.ts";
import { variesByAccept } from "../../steps/vary.ts";

export default defineCase({
  title: "Each representation of a graph tells caches that it depends on Accept",
  requirements: ["MPLI-PROT-020@e8b1e211"],
  role: "node",
  feature: "core",
  expects: "accept",
  hunts: "a cache that gives Turtle to a client that asked for JSON-LD",
  since: "0.1",
  sequence: ["Kit->>Node: GET a graph", "Node-->>Kit: 200, Vary: Accept"],
  async run(t) {
    for (const address of await graphResources(t))
      for (const media of [JSON_LD, TURTLE]) variesByAccept(t, await expectMedia(t, address, media, media));
  },
});
