import { defineCase } from "../../case.ts";
import { JSON_LD, TURTLE, expectMedia, graphResources } from "../../steps/graph-resources.ts";

const ASKED = [
  ["application/ld+json;q=0.5, text/turtle", TURTLE],
  ["text/turtle;q=0.3, application/ld+json;q=0.9", JSON_LD],
  ["application/ld+json;q=0.10,text/turtle;q=0.9", TURTLE],
  ["text/turtle ; q=0.2 , application/ld+json ; q=0.3", JSON_LD],
  ["application/ld+json;q=0.001, text/turtle;q=0.002", TURTLE],
  ["image/png, text/turtle;q=0.1", TURTLE],
] as const;

export default defineCase({
  title: "The representation with the greatest weight is sent",
  requirements: ["MPLI-PROT-017@3a66d684"],
  role: "node",
  feature: "core",
  expects: "accept",
  hunts: "taking the first range, the server's favourite, or comparing weights as text",
  since: "0.1",
  sequence: [
    "Kit->>Node: GET a graph, Accept: application/ld+json;q=0.5, text/turtle",
    "Node-->>Kit: text/turtle",
  ],
  async run(t) {
    for (const address of await graphResources(t))
      for (const [accept, media] of ASKED) await expectMedia(t, address, accept, media);
  },
});
