import { defineCase } from "../../case.ts";
import { REFUSED, refusesToPublish } from "../../steps/publications.ts";

export default defineCase({
  title: "A misspelt service class is refused",
  requirements: ["MPLI-DISC-067@360b2a93"],
  role: "provider",
  feature: "publishing",
  expects: "refuse",
  hunts: "looking at properties and not at their values",
  since: "0.1",
  writes: true,
  sequence: [
    "Kit->>Provider: PUT manifest with an offer of mpli:VirtualMaschine",
    "Provider-->>Kit: 422 unknown-term",
  ],
  async run(t) {
    await refusesToPublish(t, "unknown-term", [REFUSED["unknown-term"].serviceClass(t)]);
  },
});
