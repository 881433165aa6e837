import { defineCase } from "../../case.ts";
import { allRefused, refusesInCheck } from "../../steps/publications.ts";

export default defineCase({
  title: "A check finds what breaks the shapes",
  requirements: ["MPLI-DISC-064@9bc8ad0e"],
  role: "provider",
  feature: "publishing",
  expects: "refuse",
  hunts: "checking only whether the body can be parsed",
  since: "0.1",
  writes: true,
  sequence: [
    "Kit->>Provider: PUT a manifest that breaks the shapes",
    "Kit->>Provider: POST check of the same body",
    "Provider-->>Kit: the same code",
  ],
  async run(t) {
    await refusesInCheck(t, allRefused(t, "shape-violation"));
  },
});
