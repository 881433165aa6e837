import { defineCase } from "../../case.ts";
import { REFUSED, refusesToPublish } from "../../steps/publications.ts";

export default defineCase({
  title: "An offer without a manifest is not published",
  requirements: ["MPLI-DISC-055@21c8b0f4"],
  role: "provider",
  feature: "publishing",
  expects: "refuse",
  hunts: "making up a manifest around the offers that were sent",
  since: "0.1",
  writes: true,
  sequence: [
    "Kit->>Provider: PUT a graph with an offer and no manifest",
    "Provider-->>Kit: 422 no-manifest-node",
  ],
  async run(t) {
    await refusesToPublish(t, "no-manifest-node", [REFUSED["no-manifest-node"].offerAlone(t)]);
  },
});
