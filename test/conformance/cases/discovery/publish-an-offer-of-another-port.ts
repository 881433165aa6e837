import { defineCase } from "../../case.ts";
import { REFUSED, refusesToPublish } from "../../steps/publications.ts";

export default defineCase({
  title: "An offer of the same host at another port is not published",
  requirements: ["MPLI-DISC-056@bef07055"],
  role: "provider",
  feature: "publishing",
  expects: "refuse",
  hunts: "comparing hosts without their ports",
  since: "0.1",
  writes: true,
  sequence: [
    "Kit->>Provider: PUT manifest with an offer of another port",
    "Provider-->>Kit: 422 foreign-offer",
  ],
  async run(t) {
    await refusesToPublish(t, "foreign-offer", [REFUSED["foreign-offer"].port(t)]);
  },
});
