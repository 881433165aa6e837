import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { JSON_LD, TURTLE, graphResources } from "../../steps/graph-resources.ts";

const ASKED = ["image/png", "image/*, application/pdf;q=0.5", "text/turtle2", "*/*;q=0"];

export default defineCase({
  title: "A request for what there is not is refused, and told what there is",
  requirements: ["MPLI-PROT-019@32ff4c3e"],
  role: "node",
  feature: "core",
  expects: "refuse",
  hunts: "sending JSON-LD to a client that cannot read it",
  since: "0.1",
  sequence: ["Kit->>Node: GET a graph, Accept: image/png", "Node-->>Kit: 406 not-acceptable, available"],
  async run(t: Exam) {
    for (const address of await graphResources(t))
      for (const accept of ASKED) {
        const { available } = t.refusal(await t.get(address, { accept }), 406, "not-acceptable");
        const names = Array.isArray(available) ? available : [];
        const isComplete = [JSON_LD, TURTLE].every((media) => names.includes(media));
        t.that(isComplete, `${JSON_LD} and ${TURTLE} in \`available\``, JSON.stringify(available ?? null));
      }
  },
});
