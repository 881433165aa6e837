import { defineCase } from "../../case.ts";
import { REFUSED, refusesToPublish } from "../../steps/publications.ts";

export default defineCase({
  title: "A published manifest does not say in JSON-LD either which pages it has",
  requirements: ["MPLI-DISC-057@38b4de1f"],
  role: "provider",
  feature: "publishing",
  expects: "refuse",
  hunts: "dropping the member without a word",
  since: "0.1",
  writes: true,
  sequence: ["Kit->>Provider: PUT manifest with a member page", "Provider-->>Kit: 422 reserved-term"],
  async run(t) {
    await refusesToPublish(t, "reserved-term", [REFUSED["reserved-term"].jsonLd(t)]);
  },
});
