import { defineCase } from "../../case.ts";
import { version } from "../../steps/versions.ts";

export default defineCase({
  title: "The beginning of a digest is no digest",
  requirements: ["MPLI-DISC-037@da510164"],
  role: "provider",
  feature: "versions",
  expects: "refuse",
  hunts: "looking versions up by the first digits, as with commits",
  since: "0.1",
  async run(t) {
    const { head } = await t.manifest();
    const digest = t.header(head.answer, "ETag").slice(1, 65);
    for (const other of [digest.slice(0, 16), digest.slice(0, 63), `${digest}0`])
      t.refusal(await version(t, other), 404, "no-such-version");
  },
});
