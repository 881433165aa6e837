import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { onlyComponent } from "../../steps/reports.ts";
import { RARE, shelfOf } from "../../steps/demands.ts";
import { PLACES, inRegion, price } from "../../steps/prices.ts";
import { TERMS } from "../../steps/prerequisites.ts";
import { type Relaxable, changed, changesIn } from "../../steps/relaxations.ts";

const OFFERS = {
  small: { memory: "7.25 GiBy", region: "/regions/ams", price: price("100.0", "year") },
  old: {
    engineVersion: ["12", "13.1"],
    memory: "64 GiBy",
    region: "/regions/nyc",
    price: price("0.013", "hour"),
  },
  two: {
    memory: "128 GiBy",
    engineVersion: "17",
    region: ["/regions/ams", "/regions/nyc"],
    price: [price("33.3333333", "month", inRegion("ams")), price("4.9", "month", inRegion("nyc"))],
  },
  strict: { engine: "mysql", vcpus: 2, prerequisite: [{ ask: "legal-person" }, { terms: TERMS }] },
  coarse: { engineVersion: "16", memory: "8 GBy", region: "/regions/unheard", engine: ["mysql", "mariadb"] },
  silent: {},
};

const DEMANDS: readonly Relaxable[] = [
  {
    must: [
      { on: "memory", atLeast: "8 GiBy" },
      { on: "price", atMost: "8.3" },
      { on: "region", within: "EU" },
    ],
  },
  {
    must: [
      {
        anyOf: [
          { on: "engineVersion", atLeast: "16.2" },
          { on: "memory", moreThan: "128 GiBy" },
        ],
      },
      { on: "price", lessThan: "0.01", per: "hour" },
      { on: "region", having: { within: "EU" }, atLeastCount: 2 },
    ],
  },
  {
    must: [
      { on: "engine", is: "postgresql" },
      { on: "vcpus", atLeast: "4", evidence: "attested" },
      { not: { on: "region", within: "US" } },
    ],
    more: { presents: ["legal-person"] },
  },
];

export default defineCase({
  title: "A demand with the proposed changes made is met by the offer that they are proposed for",
  requirements: ["MPLI-COMP-097@ad35d504"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts:
    "rounding the price that a bound moves to, or changing the requirements of which each is missed alone",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const shelf = await shelfOf(t, OFFERS, { place: PLACES });
    let proposed = 0;
    for (const { must, more } of DEMANDS) {
      const stated = { must, more: { currency: "EUR", ...more } };
      const results = await shelf.results({ ...stated.more, component: [{ class: RARE, must }] });
      for (const { offer, relaxation } of results) {
        const changes = changesIn(relaxation);
        if (changes.length === 0) continue;
        proposed += 1;
        const again = await shelf.ask(changed(t, stated, changes));
        const result = onlyComponent(t, again).results.find((one) => one["offer"] === offer);
        t.equal(
          result?.["verdict"],
          "compatible",
          `after ${JSON.stringify(changes)} the verdict on ${offer} is`,
        );
      }
    }
    t.that(proposed >= 12, "changes for the offers that do not fit", `changes for ${proposed} of them`);
  },
});
