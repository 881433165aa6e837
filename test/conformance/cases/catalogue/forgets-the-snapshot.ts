import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { showsExactly } from "../../steps/offers-walk.ts";
import { reply } from "../../parties/provider.ts";
import { machine } from "../../steps/wares.ts";

export default defineCase({
  title: "A provider that comes back is harvested anew, and what it sold before is not shown",
  requirements: ["MPLI-CAT-007@ad7f0ada"],
  role: "catalogue",
  feature: "core",
  expects: "refuse",
  hunts: "a mark on the entry in place of its removal",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const party = await t.party({ offers: [machine("vm")] });
    await party.harvested();
    await party.withdraw();
    party.answer("/*", () => reply(500, "text/plain", "out of order"));
    await party.rejected();
    await showsExactly(t, party, []);
  },
});
