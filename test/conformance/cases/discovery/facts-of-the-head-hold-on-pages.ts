import { defineCase } from "../../case.ts";
import { threeOnPages } from "../../steps/pages-at-a-catalogue.ts";

export default defineCase({
  title: "What the head says of the provider counts for offers on pages",
  requirements: ["MPLI-DISC-034@6d462e8a"],
  role: "catalogue",
  feature: "matching",
  expects: "accept",
  hunts: "comparing each page by itself",
  since: "0.1",
  writes: true,
  async run(t) {
    const { offers, ...settings } = threeOnPages();
    const certification = [{ scheme: "ISO27001" }];
    const shelf = await t.shelf(offers, { ...settings, provider: { certification } });
    const must = [{ on: "certification", is: "ISO27001" }];
    const results = await shelf.results({ component: [{ class: "VirtualMachine", must }] });
    const verdicts = results.map(({ verdict }) => verdict);
    t.equal(
      verdicts,
      ["compatible", "compatible", "compatible"],
      "the verdicts on the offers of a certified provider are",
    );
  },
});
