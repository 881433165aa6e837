import { defineCase } from "../../case.ts";
import { REFUSED, refusesToPublish } from "../../steps/publications.ts";

export default defineCase({
  title: "An offer with a name that has no origin is not published",
  requirements: ["MPLI-DISC-056@bef07055"],
  role: "provider",
  feature: "publishing",
  expects: "refuse",
  hunts: "comparing origins only where there are some",
  since: "0.1",
  writes: true,
  sequence: [
    "Kit->>Provider: PUT manifest with an offer named urn:uuid:…",
    "Provider-->>Kit: 422 foreign-offer",
  ],
  async run(t) {
    await refusesToPublish(t, "foreign-offer", [REFUSED["foreign-offer"].none(t)]);
  },
});
