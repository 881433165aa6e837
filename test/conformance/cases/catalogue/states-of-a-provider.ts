import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { isObject } from "../../http.ts";
import { NODE, reply } from "../../parties/provider.ts";
import { machine } from "../../steps/wares.ts";

export default defineCase({
  title: "A provider that was never harvested is unreachable after a failure, and fresh after a harvest",
  requirements: ["MPLI-CAT-028@a06f1d83", "MPLI-CAT-030@d8e5e431"],
  role: "catalogue",
  feature: "core",
  expects: "accept",
  hunts: "a state that says stale of what was never there",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const party = await t.party({ offers: [machine("vm")] });
    party.answer(NODE, () => reply(503, "text/plain", "down"));
    const { problem } = await party.rejected();
    const { code } = isObject(problem) ? problem : {};
    t.that(
      typeof code === "string" && code !== "",
      "the code of the failure in `problem`",
      JSON.stringify(problem) ?? "none",
    );
    party.answer(NODE, undefined);
    await party.harvestAgain(({ state }) => state === "fresh", "fresh after a good harvest");
  },
});
