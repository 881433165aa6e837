import { defineCase } from "../../case.ts";
import {
  choicesIn,
  compositionsIn,
  costs,
  expectCompositions,
  part,
  ware,
} from "../../steps/compositions.ts";
import { byText } from "../../steps/findings.ts";
import { PLACES, inRegion, price } from "../../steps/prices.ts";

export default defineCase({
  title: "A choice costs what its offer costs in its region, as often as the component is needed",
  requirements: ["MPLI-COMP-105@ad80d62b", "MPLI-COMP-101@197f69c3"],
  role: "node",
  feature: "composition",
  expects: "accept",
  hunts: "the lowest price of the offer, the price of one, or of the month that nobody asked for",
  since: "0.1",
  writes: true,
  async run(t) {
    const prices = [
      price("0.3", "hour", inRegion("ams")),
      price("0.2", "hour", inRegion("ber")),
      price("5", "month"),
    ];
    const region = ["/regions/ams", "/regions/ber"];
    const offers = [
      ware("db", "main", { region, price: prices }),
      ware("side", "side", { region: "/regions/ams", ...costs("7.5") }),
    ];
    await t.shelf(offers, { place: PLACES });
    const main = part("main", { count: 4, usage: { hoursPerMonth: "100" } });
    const demand = {
      component: [main, part("side", { count: 2 })],
      together: [{ sameRegion: ["main", "side"] }],
    };
    const [composition = {}] = compositionsIn(
      await expectCompositions(t, demand, ["main=db@ams, side=side@ams"]),
    );
    const stated = choicesIn(composition).map(({ component, count, monthly, price: one }) => [
      component,
      count,
      monthly,
      Object(one)["monthly"],
    ]);
    t.equal(
      stated.toSorted(byText),
      [
        ["main", 4, 140, 35],
        ["side", 2, 15, 7.5],
      ],
      "component, count, price of all and of one are",
    );
    t.equal(
      [composition["monthly"], composition["currency"]],
      [155, "EUR"],
      "the price of the composition is",
    );
  },
});
