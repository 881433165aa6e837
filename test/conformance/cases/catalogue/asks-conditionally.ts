import { defineCase } from "../../case.ts";
import { entityTag, tagAsked } from "../../steps/conditional.ts";
import type { Exam } from "../../exam.ts";
import { machine } from "../../steps/wares.ts";

export default defineCase({
  title: "A catalogue asks again with the entity tag of its snapshot, and takes 304 for an answer",
  requirements: ["MPLI-CAT-011@9c9220d2", "MPLI-CAT-029@f72c6280"],
  role: "catalogue",
  feature: "core",
  expects: "accept",
  hunts: "a tag without its quotes, or a 304 that is taken for a failure",
  since: "0.1",
  writes: true,
  sequence: ["Catalogue->>Provider: GET manifest, If-None-Match", "Provider-->>Catalogue: 304"],
  async run(t: Exam) {
    const party = await t.party({ offers: [machine("vm")] });
    await party.harvested();
    const before = party.asked.length;
    await party.harvestAgain(() => true);
    t.equal(await tagAsked(t, party, before), entityTag(party), "If-None-Match of the next harvest is");
    await party.listed(({ state, digest }) => state === "fresh" && digest === party.digest(), "fresh");
  },
});
