import { defineCase } from "../../case.ts";
import { refusesToRead } from "../../steps/doors.ts";
import { CONTEXT } from "../../graph.ts";

const UNKNOWN = "https://kit.example/context/v1";
/** Each by what a careless comparison takes for the context of MPLI. */
const ALIKE = [`${CONTEXT}0`, `https://kit.example/?${CONTEXT}`];

export default defineCase({
  title: "A document with a context that the node does not know is refused",
  requirements: ["MPLI-PROT-024@6d9c12d6"],
  role: "node",
  feature: "core",
  expects: "refuse",
  hunts: "passing over a context, or taking another address for the one that is known",
  since: "0.1",
  sequence: ["Kit->>Node: POST a graph, @context: […, unknown]", "Node-->>Kit: 4xx"],
  async run(t) {
    await refusesToRead(t, "a context unknown to the node", (document) => [
      { ...document, "@context": UNKNOWN },
      { ...document, "@context": [UNKNOWN, CONTEXT] },
      ...ALIKE.map((context) => ({ ...document, "@context": [CONTEXT, context] })),
    ]);
  },
});
