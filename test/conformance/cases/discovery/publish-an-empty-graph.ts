import { defineCase } from "../../case.ts";
import { REFUSED, refusesToPublish } from "../../steps/publications.ts";

export default defineCase({
  title: "An empty graph is not published",
  requirements: ["MPLI-DISC-055@21c8b0f4"],
  role: "provider",
  feature: "publishing",
  expects: "refuse",
  hunts: "publishing whatever can be parsed",
  since: "0.1",
  writes: true,
  sequence: ["Kit->>Provider: PUT a graph without any statement", "Provider-->>Kit: 422 no-manifest-node"],
  async run(t) {
    await refusesToPublish(t, "no-manifest-node", [REFUSED["no-manifest-node"].emptyGraph()]);
  },
});
