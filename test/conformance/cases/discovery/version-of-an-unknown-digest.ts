import { defineCase } from "../../case.ts";
import { version } from "../../steps/versions.ts";

export default defineCase({
  title: "There is no version with a digest that nothing has",
  requirements: ["MPLI-DISC-037@da510164"],
  role: "provider",
  feature: "versions",
  expects: "refuse",
  hunts: "answering with the current manifest, or with a 404 that says nothing",
  since: "0.1",
  async run(t) {
    t.refusal(await version(t, "0".repeat(64)), 404, "no-such-version");
    t.refusal(await version(t, "f".repeat(64)), 404, "no-such-version");
  },
});
