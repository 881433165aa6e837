import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { graphDoors, refused, send } from "../../steps/doors.ts";
import { contextOf, wasAskedFor, withContext } from "../../steps/json-ld-manifests.ts";

export default defineCase({
  title: "A node does not fetch the context that a document sent to it names",
  requirements: ["MPLI-PROT-022@8d0f8763", "MPLI-PROT-024@6d9c12d6"],
  role: "node",
  feature: "core",
  expects: "refuse",
  hunts: "a library for JSON-LD that is left to its own document loader",
  since: "0.1",
  sequence: ["Kit->>Node: POST a graph with a context at the kit", "Node-->>Kit: 4xx, and no request"],
  async run(t: Exam) {
    const party = await t.party();
    const context = contextOf(party);
    for (const door of graphDoors(t)) {
      const answer = await send(t, door, withContext(door.document, context));
      t.that(!wasAskedFor(party, context), "no request for the context", `a request for ${context}`);
      refused(t, answer, "a context unknown to the node");
    }
  },
});
