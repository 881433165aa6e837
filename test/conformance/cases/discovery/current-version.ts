import { defineCase } from "../../case.ts";
import { expectVersion } from "../../steps/versions.ts";

export default defineCase({
  title: "The current manifest is served under its digest as well, to be kept for ever",
  requirements: ["MPLI-DISC-035@2f47af76", "MPLI-DISC-036@b032206f"],
  role: "provider",
  feature: "versions",
  expects: "accept",
  hunts: "versions that are filed only when they are replaced, or the Cache-Control of the manifest itself",
  since: "0.1",
  sequence: [
    "Kit->>Provider: GET manifest",
    "Provider-->>Kit: 200, ETag",
    "Kit->>Provider: GET manifest/versions/digest",
    "Provider-->>Kit: 200, the same",
  ],
  async run(t) {
    const { head } = await t.manifest();
    const kept = await expectVersion(t, head);
    t.header(kept, "Cache-Control", /(^|[\s,])immutable($|[\s,])/i);
  },
});
