import { limitOf, padded } from "../../steps/body-limits.ts";
import { defineCase } from "../../case.ts";
import { matchesDoor, send } from "../../steps/doors.ts";

export default defineCase({
  title: "A demand of one byte more than the limit is refused, and the limit named",
  requirements: ["MPLI-PROT-037@9ba03953"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "a limit of another size than the declared one, or one in characters",
  since: "0.1",
  sequence: ["Kit->>Node: POST matches, limit + 1 bytes", "Node-->>Kit: 413 body-too-large, limit"],
  async run(t) {
    const door = matchesDoor(t);
    const limit = limitOf(t, door);
    // As many characters as are allowed, and more bytes.
    const wide = padded({ ...door.document, title: "\u00fc".repeat(Math.min(100, limit)) }, limit + 1);
    for (const body of [padded(door.document, limit + 1), wide]) {
      const problem = t.refusal(await send(t, door, body), 413, "body-too-large");
      t.equal(problem["limit"], limit, "`limit` of the problem is");
    }
  },
});
