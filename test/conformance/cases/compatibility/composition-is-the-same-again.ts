import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { CONTEXT } from "../../graph.ts";
import { compose, costs, part, reportOf, ware } from "../../steps/compositions.ts";
import { PLACES } from "../../steps/prices.ts";
import { reportIn, wroteTheSame } from "../../steps/report-media.ts";

export default defineCase({
  title:
    "The same demand gets the same bytes again, however its components and joint requirements are ordered",
  requirements: ["MPLI-COMP-111@58f332d1"],
  role: "node",
  feature: "composition",
  expects: "accept",
  hunts: "a clock that ends the search, or the order in which the demand was written",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const offers = ["ams", "ber", "nyc"].flatMap((region, index) =>
      ["main", "side", "third"].map((kind) =>
        ware(`${kind}-${region}`, kind, { region: `/regions/${region}`, ...costs(`${index + 1}`) }),
      ),
    );
    await t.shelf(offers, { place: PLACES });
    const component = ["main", "side", "third"].map((kind) => part(kind));
    const together = [{ sameRegion: ["main", "side"] }, { budget: 100 }, { maxProviders: 2 }];
    const demand = {
      component,
      together,
      near: { latitude: "52.37", longitude: "4.9" },
      prefer: ["nearest", "cheapest"],
    };
    const turned = { ...demand, component: component.toReversed(), together: together.toReversed() };
    const first = await compose(t, demand);
    reportOf(t, first);
    for (const again of [demand, turned]) wroteTheSame(t, first, await compose(t, again));
    const asked = { "@context": CONTEXT, type: "Demand", currency: "EUR", ...demand };
    const [one, other] = [
      await reportIn(t, "text/turtle", asked, "compose", ""),
      await reportIn(t, "text/turtle", asked, "compose", ""),
    ];
    t.that(one.text === other.text, "the same bytes in Turtle", "others");
  },
});
