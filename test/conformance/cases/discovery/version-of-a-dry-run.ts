import { defineCase } from "../../case.ts";
import { requirePublishing } from "../../shelf.ts";
import { newTitle } from "../../steps/on-sale.ts";
import { check, manifestWith } from "../../steps/publications.ts";
import { version } from "../../steps/versions.ts";

export default defineCase({
  title: "A manifest that was only checked has no version",
  requirements: ["MPLI-DISC-037@da510164"],
  role: "provider",
  feature: "versions",
  expects: "refuse",
  hunts: "a dry run that goes all the way and leaves its graph behind",
  since: "0.1",
  writes: true,
  async run(t) {
    requirePublishing(t);
    const body = manifestWith(t, [], { manifest: { id: t.endpoint("manifest"), title: newTitle() } });
    const answer = await check(t, body);
    t.status(answer, 200);
    t.refusal(await version(t, String(answer.json()["digest"])), 404, "no-such-version");
  },
});
