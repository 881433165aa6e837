import { limitOf, padded } from "../../steps/body-limits.ts";
import { defineCase } from "../../case.ts";
import { matchesDoor, send, taken } from "../../steps/doors.ts";

export default defineCase({
  title: "A demand of exactly as many bytes as are declared is taken",
  requirements: ["MPLI-PROT-036@247e5842"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "a limit that something in front of the node lowers, or that is one too small",
  since: "0.1",
  sequence: ["Kit->>Node: POST matches, as many bytes as the limit", "Node-->>Kit: 200"],
  async run(t) {
    const door = matchesDoor(t);
    taken(t, door, await send(t, door, padded(door.document, limitOf(t, door))));
  },
});
