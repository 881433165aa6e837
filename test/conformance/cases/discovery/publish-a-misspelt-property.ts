import { defineCase } from "../../case.ts";
import { REFUSED, refusesToPublish } from "../../steps/publications.ts";

export default defineCase({
  title: "A misspelt property is refused",
  requirements: ["MPLI-DISC-067@360b2a93"],
  role: "provider",
  feature: "publishing",
  expects: "refuse",
  hunts: "keeping what is not understood",
  since: "0.1",
  writes: true,
  sequence: ["Kit->>Provider: PUT manifest with mpli:memry", "Provider-->>Kit: 422 unknown-term"],
  async run(t) {
    await refusesToPublish(t, "unknown-term", [REFUSED["unknown-term"].property(t)]);
  },
});
