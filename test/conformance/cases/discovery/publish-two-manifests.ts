import { defineCase } from "../../case.ts";
import { REFUSED, refusesToPublish } from "../../steps/publications.ts";

export default defineCase({
  title: "Two manifests in one graph are not published",
  requirements: ["MPLI-DISC-055@21c8b0f4"],
  role: "provider",
  feature: "publishing",
  expects: "refuse",
  hunts: "publishing the first that is found",
  since: "0.1",
  writes: true,
  sequence: ["Kit->>Provider: PUT a graph with two manifests", "Provider-->>Kit: 422 several-manifests"],
  async run(t) {
    await refusesToPublish(t, "several-manifests", [REFUSED["several-manifests"].named(t)]);
  },
});
