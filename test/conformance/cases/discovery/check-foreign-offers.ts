import { defineCase } from "../../case.ts";
import { allRefused, refusesInCheck } from "../../steps/publications.ts";

export default defineCase({
  title: "A check finds offers of another origin",
  requirements: ["MPLI-DISC-064@9bc8ad0e"],
  role: "provider",
  feature: "publishing",
  expects: "refuse",
  hunts: "a check that is the shapes and nothing else",
  since: "0.1",
  writes: true,
  sequence: [
    "Kit->>Provider: PUT a manifest with an offer of another origin",
    "Kit->>Provider: POST check of the same body",
    "Provider-->>Kit: the same code",
  ],
  async run(t) {
    await refusesInCheck(t, allRefused(t, "foreign-offer"));
  },
});
