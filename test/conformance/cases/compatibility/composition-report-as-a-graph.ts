import { defineCase } from "../../case.ts";
import { CONTEXT } from "../../graph.ts";
import { costs, part, ware } from "../../steps/compositions.ts";
import { PLACES } from "../../steps/prices.ts";
import { expectOneGraph, reportIn, wroteTheSame } from "../../steps/report-media.ts";

export default defineCase({
  title:
    "A report on a composition is the same graph in every syntax, and in JSON-LD the same bytes as in JSON",
  requirements: ["MPLI-COMP-101@197f69c3"],
  role: "node",
  feature: "composition",
  expects: "accept",
  hunts: "writing compositions as JSON alone",
  since: "0.1",
  writes: true,
  async run(t) {
    await t.shelf(
      [ware("small", "main", { region: "/regions/ams", ...costs("5") }), ware("side", "side", costs("7"))],
      { place: PLACES },
    );
    const component = [part("main", { count: 2 }), part("side"), part("side-too", {}, "side")];
    const [budget, region] = [{ budget: 100 }, { sameRegion: ["main", "side"] }];
    for (const together of [[budget], [budget, region]]) {
      const demand = { "@context": CONTEXT, type: "Demand", currency: "EUR", component, together };
      await expectOneGraph(t, demand, "compose", "?alternatives=2");
      const json = await reportIn(t, "application/json", demand, "compose", "");
      wroteTheSame(t, json, await reportIn(t, "application/ld+json", demand, "compose", ""));
    }
    const headers = { accept: "image/png" };
    const body = { "@context": CONTEXT, type: "Demand", component };
    t.refusal(
      await t.request(t.endpoint("compose"), { method: "POST", headers, body }),
      406,
      "not-acceptable",
    );
  },
});
