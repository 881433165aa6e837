import { defineCase } from "../../case.ts";
import { entityTag, tagAsked } from "../../steps/conditional.ts";
import type { Exam } from "../../exam.ts";
import { machine } from "../../steps/wares.ts";

export default defineCase({
  title: "The entity tag is the one of the newest snapshot",
  requirements: ["MPLI-CAT-011@9c9220d2"],
  role: "catalogue",
  feature: "core",
  expects: "accept",
  hunts: "keeping the first tag for ever",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const party = await t.party({ offers: [machine("vm", "0.10")] });
    await party.harvested();
    await party.offers([machine("vm", "0.20")]);
    await party.harvestAgain(({ digest }) => digest === party.digest(), "at the new manifest");
    const before = party.asked.length;
    await party.harvestAgain(() => true);
    t.equal(await tagAsked(t, party, before), entityTag(party), "If-None-Match of the next harvest is");
  },
});
