import { defineCase } from "../../case.ts";
import { REFUSED, refusesToPublish } from "../../steps/publications.ts";

export default defineCase({
  title: "A graph that cannot be named at a reasonable cost is refused, and soon",
  requirements: ["MPLI-DISC-059@0d15af09"],
  role: "provider",
  feature: "publishing",
  expects: "refuse",
  hunts: "canonicalising without a limit, until the node hangs",
  since: "0.1",
  writes: true,
  sequence: ["Kit->>Provider: PUT manifest with thirty nodes alike", "Provider-->>Kit: 422 poison-graph"],
  async run(t) {
    await refusesToPublish(t, "poison-graph", [REFUSED["poison-graph"].clique(t)]);
  },
});
