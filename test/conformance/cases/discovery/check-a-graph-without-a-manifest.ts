import { defineCase } from "../../case.ts";
import { allRefused, refusesInCheck } from "../../steps/publications.ts";

export default defineCase({
  title: "A check finds that there is no manifest",
  requirements: ["MPLI-DISC-064@9bc8ad0e"],
  role: "provider",
  feature: "publishing",
  expects: "refuse",
  hunts: "conforming where the shapes find nothing to check",
  since: "0.1",
  writes: true,
  sequence: [
    "Kit->>Provider: PUT a graph without a manifest",
    "Kit->>Provider: POST check of the same body",
    "Provider-->>Kit: the same code",
  ],
  async run(t) {
    await refusesInCheck(t, allRefused(t, "no-manifest-node"));
  },
});
