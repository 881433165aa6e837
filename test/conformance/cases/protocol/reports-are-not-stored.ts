import { defineCase } from "../../case.ts";
import { matchesDoor, send, taken } from "../../steps/doors.ts";

export default defineCase({
  title: "A report is sent with Cache-Control: no-store",
  requirements: ["MPLI-PRIV-003@7ea9efb8"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "the caching of manifests, given to everything",
  since: "0.1",
  sequence: ["Kit->>Node: POST matches", "Node-->>Kit: 200, Cache-Control: no-store"],
  async run(t) {
    const door = matchesDoor(t);
    const answer = await send(t, door, door.document);
    taken(t, door, answer);
    t.header(answer, "Cache-Control", /(^|,)\s*no-store\s*(,|$)/i);
  },
});
