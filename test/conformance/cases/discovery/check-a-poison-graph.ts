import { defineCase } from "../../case.ts";
import { allRefused, refusesInCheck } from "../../steps/publications.ts";

export default defineCase({
  title: "A check finds a graph that cannot be named",
  requirements: ["MPLI-DISC-064@9bc8ad0e"],
  role: "provider",
  feature: "publishing",
  expects: "refuse",
  hunts: "computing no digest in a check, or computing it without a limit",
  since: "0.1",
  writes: true,
  sequence: [
    "Kit->>Provider: PUT a manifest with thirty nodes alike",
    "Kit->>Provider: POST check of the same body",
    "Provider-->>Kit: the same code",
  ],
  async run(t) {
    await refusesInCheck(t, allRefused(t, "poison-graph"));
  },
});
