import { defineCase } from "../../case.ts";
import { allRefused, refusesInCheck } from "../../steps/publications.ts";

export default defineCase({
  title: "A check finds terms that only nodes write",
  requirements: ["MPLI-DISC-064@9bc8ad0e"],
  role: "provider",
  feature: "publishing",
  expects: "refuse",
  hunts: "a check for manifests that are served, which may have pages",
  since: "0.1",
  writes: true,
  sequence: [
    "Kit->>Provider: PUT a manifest with mpli:page",
    "Kit->>Provider: POST check of the same body",
    "Provider-->>Kit: the same code",
  ],
  async run(t) {
    await refusesInCheck(t, allRefused(t, "reserved-term"));
  },
});
