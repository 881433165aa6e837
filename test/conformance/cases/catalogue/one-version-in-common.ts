import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { machine } from "../../steps/wares.ts";

export default defineCase({
  title: "A node that speaks later versions as well is harvested",
  requirements: ["MPLI-CAT-043@9d1a082a", "MPLI-PROT-046@faf0d9e6", "MPLI-PROT-050@f3f4ce48"],
  role: "catalogue",
  feature: "core",
  expects: "accept",
  hunts: "looking at the first version only, or refusing what is not known",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const node = {
      protocolVersion: ["9.0", "0.10", ...t.declared.versions],
      role: ["provider", "conformance-kit.example.role"],
      feature: ["core", "conformance-kit.example.feature"],
    };
    const party = await t.party({ offers: [machine("vm")], node });
    await party.harvested();
  },
});
