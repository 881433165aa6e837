import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { machine } from "../../steps/wares.ts";

export default defineCase({
  title: "A manifest that breaks the shapes is rejected",
  requirements: ["MPLI-CAT-014@dfd1a026"],
  role: "catalogue",
  feature: "core",
  expects: "refuse",
  hunts: "taking every graph that can be parsed",
  since: "0.1",
  writes: true,
  sequence: ["Catalogue->>Provider: GET manifest", "Provider-->>Catalogue: an offer without a service class"],
  async run(t: Exam) {
    const party = await t.party();
    for (const offer of [{ id: "no-class", name: "Offer without a class" }, machine("gift", "-1")]) {
      await party.offers([machine("vm"), offer]);
      await party.rejected();
      await party.withdraw();
    }
  },
});
