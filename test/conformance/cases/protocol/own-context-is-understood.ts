import { defineCase } from "../../case.ts";
import { graphDoors, send, taken } from "../../steps/doors.ts";
import { CONTEXT } from "../../graph.ts";

const OWN_TERM = { note: "https://kit.example/ns#note" };

export default defineCase({
  title: "The context of MPLI is understood alone, in a list, and beside terms that the document defines",
  requirements: ["MPLI-PROT-023@71f48151"],
  role: "node",
  feature: "core",
  expects: "accept",
  hunts: "looking for one string where JSON-LD allows a list",
  since: "0.1",
  sequence: ["Kit->>Node: POST a graph, @context: [MPLI, {…}]", "Node-->>Kit: 200"],
  async run(t) {
    for (const door of graphDoors(t)) {
      taken(t, door, await send(t, door, door.document));
      for (const context of [[CONTEXT], [CONTEXT, OWN_TERM]])
        taken(t, door, await send(t, door, { ...door.document, "@context": context }));
    }
  },
});
