import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { machine } from "../../steps/wares.ts";

export default defineCase({
  title: "A page that breaks the shapes is rejected, true to its digest as it may be",
  requirements: ["MPLI-CAT-014@dfd1a026"],
  role: "catalogue",
  feature: "core",
  expects: "refuse",
  hunts: "checking the head alone",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const party = await t.party({ offers: [machine("vm"), machine("gift", "-1")], pageSize: 1 });
    await party.rejected();
  },
});
