import { defineCase } from "../../case.ts";
import { JSON_LD, TURTLE, expectMedia, graphResources } from "../../steps/graph-resources.ts";

/** The manifest may be there as a page for people as well, which is in text/* and in everything, too. */
const TEXTS = [TURTLE, "text/html"];
const ASKED = [
  ["text/*", ...TEXTS],
  ["text/*, image/*;q=0.9", ...TEXTS],
  ["TEXT/Turtle", TURTLE],
  // The most specific range counts for a media type, whatever the order (RFC 9110, 12.5.1).
  ["*/*;q=0.1, text/turtle", TURTLE],
  [
    "application/*, application/ld+json;q=0.1, application/n-quads;q=0, application/n-triples;q=0, application/trig;q=0",
    JSON_LD,
  ],
  ["text/*, text/html;q=0, text/turtle;q=0.2, application/ld+json;q=0.4", JSON_LD],
  // A comma or a weight in quotes separates nothing.
  ['image/png;note="a, text/turtle", application/ld+json', JSON_LD],
] as const;

export default defineCase({
  title: "Ranges with wildcards, in any letters and with quoted parameters are understood",
  requirements: ["MPLI-PROT-017@3a66d684"],
  role: "node",
  feature: "core",
  expects: "accept",
  hunts: "comparing the field with names of media types as text, or splitting it at every comma",
  since: "0.1",
  sequence: ["Kit->>Node: GET a graph, Accept: text/*", "Node-->>Kit: 200, text/turtle"],
  async run(t) {
    for (const address of await graphResources(t))
      for (const [accept, ...media] of ASKED) await expectMedia(t, address, accept, ...media);
  },
});
