import { defineCase } from "../../case.ts";
import { decoy } from "../../steps/decoy.ts";
import type { Exam } from "../../exam.ts";
import { reply } from "../../parties/provider.ts";
import { machine } from "../../steps/wares.ts";

export default defineCase({
  title: "A node document without a manifest leads to none, whatever is at other paths",
  requirements: ["MPLI-CAT-008@c4e6709a"],
  role: "catalogue",
  feature: "core",
  expects: "refuse",
  hunts: "falling back to a path that the specification happens to show",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const party = await t.party({ offers: [machine("vm")], node: { endpoint: {} } });
    party.answer("/manifest", () => reply(200, "text/turtle", decoy(party)));
    await party.rejected();
  },
});
