import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { JSON_LD, TURTLE, graphResources, representation } from "../../steps/graph-resources.ts";

const ASKED = [
  ["application/ld+json;q=0, */*", JSON_LD],
  ["*/*, application/ld+json;q=0.000", JSON_LD],
  ["text/turtle;q=0, text/*, application/ld+json;q=0.1", TURTLE],
] as const;

export default defineCase({
  title: "What is asked for with the weight 0 is never sent",
  requirements: ["MPLI-PROT-017@3a66d684"],
  role: "node",
  feature: "core",
  expects: "refuse",
  hunts: "reading q=0 as no weight, or a wildcard as more than what is excluded from it",
  since: "0.1",
  sequence: [
    "Kit->>Node: GET a graph, Accept: application/ld+json;q=0, */*",
    "Node-->>Kit: another media type",
  ],
  async run(t: Exam) {
    for (const address of await graphResources(t))
      for (const [accept, never] of ASKED) {
        const { mediaType } = await representation(t, address, accept);
        t.that(mediaType !== never, `anything but ${never} for \`Accept: ${accept}\``, mediaType);
      }
  },
});
