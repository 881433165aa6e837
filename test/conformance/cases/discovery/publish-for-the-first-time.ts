import { defineCase } from "../../case.ts";
import { manifestWith, requireNothingPublished } from "../../steps/publications.ts";

export default defineCase({
  title: "The first publication creates the manifest, the second replaces it",
  requirements: ["MPLI-DISC-060@e92057a7"],
  role: "provider",
  feature: "publishing",
  expects: "accept",
  hunts: "answering every publication alike",
  since: "0.1",
  writes: true,
  onEmptyNode: true,
  sequence: ["Kit->>Provider: PUT manifest, If-None-Match: *", "Provider-->>Kit: 201"],
  async run(t) {
    await requireNothingPublished(t);
    t.status(await t.publish(manifestWith(t)), 201);
    t.status(await t.publish(manifestWith(t)), 200);
  },
});
