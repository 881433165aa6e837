import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { machine } from "../../steps/wares.ts";

export default defineCase({
  title: "So is one on a page, true to its digest as it may be",
  requirements: ["MPLI-CAT-015@1de12de7"],
  role: "catalogue",
  feature: "core",
  expects: "refuse",
  hunts: "checking the names of the offers in the head alone",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const foreign = { ...machine("vm"), id: "https://competitor.example/offers/vm" };
    const party = await t.party({ offers: [machine("own"), foreign], pageSize: 1 });
    await party.rejected();
  },
});
