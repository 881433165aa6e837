import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { CONTEXT } from "../../graph.ts";
import { reply } from "../../parties/provider.ts";
import { RARE } from "../../steps/demands.ts";
import { askWith, warningsOf } from "../../steps/reports.ts";

export default defineCase({
  title: "A report says which of the snapshots that it compared with may be out of date",
  requirements: ["MPLI-COMP-055@b6519235"],
  role: "catalogue",
  feature: "matching",
  expects: "refuse",
  hunts: "a warning once for all, or only in the list of providers",
  since: "0.1",
  writes: true,
  sequence: [
    "Catalogue->>Provider: GET manifest",
    "Provider-->>Catalogue: 500",
    "Kit->>Catalogue: POST matches",
    "Catalogue-->>Kit: 200, warning stale-source",
  ],
  async run(t: Exam) {
    const offers = [{ id: "one", class: RARE }];
    const parties = [await t.party({ offers }), await t.party({ offers })];
    const demand = { "@context": CONTEXT, type: "Demand", component: [{ class: RARE }] };
    const warned = async () => {
      const warnings = warningsOf(t, await askWith(t, demand), "stale-source");
      return parties.filter(({ did }) => warnings.some((one) => JSON.stringify(one).includes(`"${did}"`)))
        .length;
    };
    for (const party of parties) await party.harvested();
    t.equal(await warned(), 0, "the warnings of fresh providers are");
    for (const [index, party] of parties.entries()) {
      party.answer("*", () => reply(500, "text/plain", "out of order"));
      await party.harvestAgain(({ state }) => state === "stale");
      t.equal(await warned(), index + 1, "the stale providers that are warned of are");
    }
  },
});
