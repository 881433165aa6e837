import { defineCase } from "../../case.ts";
import { REFUSED, refusesToPublish } from "../../steps/publications.ts";

export default defineCase({
  title: "A manifest without a name counts as a second one",
  requirements: ["MPLI-DISC-055@21c8b0f4"],
  role: "provider",
  feature: "publishing",
  expects: "refuse",
  hunts: "counting only manifests that have a name",
  since: "0.1",
  writes: true,
  sequence: [
    "Kit->>Provider: PUT a graph with two manifests, one without a name",
    "Provider-->>Kit: 422 several-manifests",
  ],
  async run(t) {
    await refusesToPublish(t, "several-manifests", [REFUSED["several-manifests"].nameless(t)]);
  },
});
