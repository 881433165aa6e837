import { defineCase } from "../../case.ts";
import { REFUSED, refusesToPublish } from "../../steps/publications.ts";

export default defineCase({
  title: "An offer whose IRI only begins like the own origin is not published",
  requirements: ["MPLI-DISC-056@bef07055"],
  role: "provider",
  feature: "publishing",
  expects: "refuse",
  hunts: "comparing the beginning of the text",
  since: "0.1",
  writes: true,
  sequence: [
    "Kit->>Provider: PUT manifest with an offer at https://cloud.example@elsewhere.example",
    "Provider-->>Kit: 422 foreign-offer",
  ],
  async run(t) {
    await refusesToPublish(t, "foreign-offer", [REFUSED["foreign-offer"].userInformation(t)]);
  },
});
