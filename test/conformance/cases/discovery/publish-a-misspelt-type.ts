import { defineCase } from "../../case.ts";
import { REFUSED, refusesToPublish } from "../../steps/publications.ts";

export default defineCase({
  title: "A misspelt type is refused",
  requirements: ["MPLI-DISC-067@360b2a93"],
  role: "provider",
  feature: "publishing",
  expects: "refuse",
  hunts: "looking at service classes and not at types",
  since: "0.1",
  writes: true,
  sequence: [
    "Kit->>Provider: PUT manifest with an offer of type mpli:Offre",
    "Provider-->>Kit: 422 unknown-term",
  ],
  async run(t) {
    await refusesToPublish(t, "unknown-term", [REFUSED["unknown-term"].type(t)]);
  },
});
