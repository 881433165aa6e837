import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { showsExactly } from "../../steps/offers-walk.ts";
import { machine } from "../../steps/wares.ts";

export default defineCase({
  title: "With `class`, documents of other classes are left out, wider ones included",
  requirements: ["MPLI-CAT-034@529c171f", "MPLI-CAT-038@456ba72b"],
  role: "catalogue",
  feature: "core",
  expects: "refuse",
  hunts: "a parameter that is ignored, or a tree that is walked upwards",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const party = await t.party({ offers: [machine("vm"), { id: "db", class: "Database" }], pageSize: 1 });
    await party.harvested();
    for (const name of ["Cache", "RelationalDatabase", "BareMetal"])
      await showsExactly(t, party, [], { class: name });
  },
});
