import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { NODE, reply } from "../../parties/provider.ts";
import { machine } from "../../steps/wares.ts";

export default defineCase({
  title: "A stale provider is fresh again after a harvest that finds nothing new, and after one that does",
  requirements: ["MPLI-CAT-025@6a11b402"],
  role: "catalogue",
  feature: "core",
  expects: "accept",
  hunts: "a mark that only a changed manifest removes",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const party = await t.party({ offers: [machine("vm", "0.10")] });
    await party.harvested();
    const fail = async () => {
      party.answer(NODE, () => reply(500, "text/plain", "out of order"));
      await party.harvestAgain(({ state }) => state === "stale", "stale after a failed harvest");
      await party.harvestAgain(({ state }) => state === "stale", "stale after another");
      party.answer(NODE, undefined);
    };
    await fail();
    await party.harvestAgain(({ state }) => state === "fresh", "fresh after a 304");
    await fail();
    await party.offers([machine("vm", "0.20")]);
    await party.harvestAgain(
      ({ state, digest }) => state === "fresh" && digest === party.digest(),
      "fresh at the new manifest",
    );
  },
});
