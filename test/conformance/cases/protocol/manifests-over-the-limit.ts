import { limitOf, padded } from "../../steps/body-limits.ts";
import { defineCase } from "../../case.ts";
import { graphDoors, send } from "../../steps/doors.ts";

export default defineCase({
  title: "A manifest of one byte more than the limit is refused, and the limit named",
  requirements: ["MPLI-PROT-037@9ba03953"],
  role: "provider",
  feature: "publishing",
  expects: "refuse",
  hunts: "a limit for demands that holds for manifests too, or none at all",
  since: "0.1",
  slow: true,
  sequence: ["Kit->>Provider: POST check, limit + 1 bytes", "Provider-->>Kit: 413 body-too-large, limit"],
  async run(t) {
    t.operator();
    for (const door of graphDoors(t).filter(({ name }) => name === "check")) {
      const limit = limitOf(t, door);
      const problem = t.refusal(await send(t, door, padded(door.document, limit + 1)), 413, "body-too-large");
      t.equal(problem["limit"], limit, "`limit` of the problem is");
    }
  },
});
