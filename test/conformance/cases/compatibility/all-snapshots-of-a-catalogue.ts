import { defineCase } from "../../case.ts";
import { RARE, ask, componentsOf, offersIn } from "../../steps/demands.ts";
import type { Exam } from "../../exam.ts";

export default defineCase({
  title: "A catalogue compares a demand with the offers of all its providers",
  requirements: ["MPLI-COMP-004@bccaeeae"],
  role: "catalogue",
  feature: "matching",
  expects: "accept",
  hunts: "comparing with the provider that was harvested last",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const offers = [{ id: "g", class: RARE }];
    const parties = [await t.party({ offers }), await t.party({ offers })];
    for (const party of parties) await party.harvested();
    const [component] = componentsOf(t, await ask(t, { component: [{ class: RARE }] }));
    const found = offersIn(component);
    for (const party of parties)
      t.that(found.has(party.offer("g")), `the offer of ${party.did} among the results`, "none");
  },
});
