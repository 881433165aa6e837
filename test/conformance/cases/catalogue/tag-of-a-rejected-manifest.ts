import { defineCase } from "../../case.ts";
import { entityTag, tagAsked } from "../../steps/conditional.ts";
import type { Exam } from "../../exam.ts";
import { MANIFEST, reply } from "../../parties/provider.ts";
import { machine } from "../../steps/wares.ts";

export default defineCase({
  title: "The entity tag of a manifest that was rejected is not asked with",
  requirements: ["MPLI-CAT-011@9c9220d2", "MPLI-CAT-023@e2ce9860", "MPLI-CAT-024@4e481855"],
  role: "catalogue",
  feature: "core",
  expects: "refuse",
  hunts: "storing the tag of the head before its pages are read, so that 304 confirms what was never taken",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const party = await t.party({ offers: [machine("a", "0.10"), machine("b", "0.10")], pageSize: 1 });
    await party.harvested();
    const tag = entityTag(party);
    party.answer(`${MANIFEST}/pages/*`, () => reply(404, "text/plain", "gone"));
    await party.offers([machine("a", "0.20"), machine("b", "0.20")]);
    await party.harvestAgain(({ state }) => state === "stale", "stale after a page was missing");
    const before = party.asked.length;
    await party.harvestAgain(({ state }) => state === "stale", "stale still");
    t.equal(await tagAsked(t, party, before), tag, "If-None-Match after the rejected harvest is");
  },
});
