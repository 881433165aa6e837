import { defineCase } from "../../case.ts";
import { refusesToRead } from "../../steps/doors.ts";
import { CONTEXT } from "../../graph.ts";

const UNKNOWN = "https://kit.example/context/v1";

export default defineCase({
  title: "An unknown context is refused wherever it stands in a document",
  requirements: ["MPLI-PROT-024@6d9c12d6"],
  role: "node",
  feature: "core",
  expects: "refuse",
  hunts: "looking at the first context only; contexts may be imported, scoped and stand inside",
  since: "0.1",
  sequence: ["Kit->>Node: POST a graph with a context inside", "Node-->>Kit: 4xx"],
  async run(t) {
    const imported = { "@version": 1.1, "@import": UNKNOWN };
    const scoped = { note: { "@id": "https://kit.example/ns#note", "@context": UNKNOWN } };
    await refusesToRead(t, "a context unknown to the node", (document, { name }) => {
      const member = name === "check" ? "offer" : "component";
      const [inner] = [document[member]].flat();
      return [
        { ...document, [member]: [{ "@context": UNKNOWN, ...(inner as object) }] },
        { ...document, "@context": [imported, CONTEXT] },
        { ...document, "@context": [CONTEXT, scoped], note: { "@value": "read with the scoped context" } },
      ];
    });
  },
});
