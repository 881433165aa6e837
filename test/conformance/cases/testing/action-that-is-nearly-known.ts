import { defineCase } from "../../case.ts";
import { pull } from "../../steps/trigger.ts";

/** Names that a careless look-up finds: in the prototype of an object, or by ignoring case and space. */
const NAMES = ["constructor", "__proto__", "toString", "hasOwnProperty", "Harvest", "harvest ", ""];

export default defineCase({
  title: "An action is known by its exact name only",
  requirements: ["MPLI-TEST-004@c770b1a4"],
  role: "node",
  feature: "testing",
  expects: "refuse",
  hunts: "looking actions up in an object that inherits names of its own",
  since: "0.1",
  writes: true,
  sequence: ["Kit->>Node: POST trigger, constructor", "Node-->>Kit: 422 unknown-action"],
  async run(t) {
    for (const action of NAMES)
      t.refusal(await pull(t, { action, url: "https://cloud.example" }), 422, "unknown-action");
  },
});
