import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { showsExactly } from "../../steps/offers-walk.ts";
import { database, machine } from "../../steps/wares.ts";

export default defineCase({
  title:
    "With `class`, only documents with offers of that class or a narrower one are shown, and all of these",
  requirements: ["MPLI-CAT-034@529c171f", "MPLI-CAT-037@2b7fec9f"],
  role: "catalogue",
  feature: "core",
  expects: "accept",
  hunts: "a class that is compared by its name, so that narrower ones are lost",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const offers = [machine("vm"), database("pg"), { id: "cache", class: "Cache" }];
    const party = await t.party({ offers, pageSize: 1 });
    await party.harvested();
    const [vm = "", pg = ""] = party.pages().map(({ digest }) => digest);
    await showsExactly(t, party, [pg], { class: "Database" });
    await showsExactly(t, party, [pg], { class: "RelationalDatabase" });
    await showsExactly(t, party, [vm], { class: "Compute" });
  },
});
