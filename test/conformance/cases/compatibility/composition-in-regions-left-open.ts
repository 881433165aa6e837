import { defineCase } from "../../case.ts";
import { componentsIn, expectCompositions, part, ware } from "../../steps/compositions.ts";
import { PLACES, inRegion, price } from "../../steps/prices.ts";

export default defineCase({
  title: "A choice is one region that the musts leave open, and no other of the offer's",
  requirements: ["MPLI-COMP-104@3d1a20a8", "MPLI-COMP-105@ad80d62b"],
  role: "node",
  feature: "composition",
  expects: "accept",
  hunts: "choosing an offer and leaving open where it runs",
  since: "0.1",
  writes: true,
  async run(t) {
    const region = ["/regions/ams", "/regions/ber", "/regions/nyc"];
    const prices = [
      price("30", "month", inRegion("ams")),
      price("20", "month", inRegion("ber")),
      price("10", "month"),
    ];
    await t.shelf([ware("db", "main", { region, price: prices })], { place: PLACES });
    const within = (...areas: readonly string[]) => ({
      component: [part("main", areas.length > 0 ? { must: [{ on: "region", within: areas }] } : {})],
    });
    await expectCompositions(t, within(), ["main=db@nyc", "main=db@ber", "main=db@ams"]);
    const report = await expectCompositions(t, within("EU"), ["main=db@ber", "main=db@ams"]);
    t.equal(componentsIn(t, report)[0]?.["choices"], 2, "the choices of the component are");
    await expectCompositions(t, within("NL"), ["main=db@ams"]);
  },
});
