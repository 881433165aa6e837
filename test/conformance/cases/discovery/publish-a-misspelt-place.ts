import { defineCase } from "../../case.ts";
import { REFUSED, refusesToPublish } from "../../steps/publications.ts";

export default defineCase({
  title: "A place that is none is refused",
  requirements: ["MPLI-DISC-067@360b2a93"],
  role: "provider",
  feature: "publishing",
  expects: "refuse",
  hunts: "knowing one of the two namespaces of MPLI",
  since: "0.1",
  writes: true,
  sequence: [
    "Kit->>Provider: PUT manifest with a region within place:Atlantis",
    "Provider-->>Kit: 422 unknown-term",
  ],
  async run(t) {
    await refusesToPublish(t, "unknown-term", [REFUSED["unknown-term"].place(t)]);
  },
});
