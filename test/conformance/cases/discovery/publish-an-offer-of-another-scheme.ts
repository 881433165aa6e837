import { defineCase } from "../../case.ts";
import { REFUSED, refusesToPublish } from "../../steps/publications.ts";

export default defineCase({
  title: "An offer of the same host under another scheme is not published",
  requirements: ["MPLI-DISC-056@bef07055"],
  role: "provider",
  feature: "publishing",
  expects: "refuse",
  hunts: "comparing hosts without their schemes",
  since: "0.1",
  writes: true,
  sequence: [
    "Kit->>Provider: PUT manifest with an offer of http in place of https",
    "Provider-->>Kit: 422 foreign-offer",
  ],
  async run(t) {
    await refusesToPublish(t, "foreign-offer", [REFUSED["foreign-offer"].scheme(t)]);
  },
});
