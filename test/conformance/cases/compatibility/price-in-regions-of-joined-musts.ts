import { defineCase } from "../../case.ts";
import { shelfOf } from "../../steps/demands.ts";
import { PLACES, expectAmounts, inRegion, price } from "../../steps/prices.ts";

const inEU = { on: "region", within: "EU" };
const inNL = { on: "region", within: "NL" };
const inDE = { on: "region", within: "DE" };
const inUS = { on: "region", within: "US" };
const large = { on: "vcpus", atLeast: "2" };

/** What is asked of regions, and the price in the cheapest that it leaves open. */
const MUSTS = [
  [[{ not: inUS }], 20],
  [[{ anyOf: [inNL, inUS] }], 10],
  [[{ anyOf: [inNL, { not: { anyOf: [inUS, inDE] } }] }], 30],
  [[{ allOf: [inEU, { not: inDE }] }], 30],
  [[{ not: inUS }, { not: inDE }], 30],
  [[{ path: ["region", { zeroOrMore: "within" }], isOneOf: ["DE", "US"] }, inEU], 20],
  [[{ not: { path: ["region", { zeroOrMore: "within" }], is: "US" } }], 20],
  // These are on more than the region, and rule out none.
  [[{ anyOf: [inNL, large] }], 10],
  [[{ allOf: [inEU, large] }], 10],
  [[{ path: ["region", "name"], is: "Berlin" }], 10],
] as const;

export default defineCase({
  title: "Joined musts leave regions open as well, as long as they are on the region and nothing else",
  requirements: ["MPLI-COMP-081@114995c5", "MPLI-COMP-040@ae5be08f"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "reading plain requirements only, or taking one of many parts that is on the region for the whole",
  since: "0.1",
  writes: true,
  async run(t) {
    const offer = {
      vcpus: 4,
      region: PLACES.map(({ id }) => id),
      price: [
        price("30.0", "month", inRegion("ams")),
        price("20.0", "month", inRegion("ber")),
        price("10.0", "month", inRegion("nyc")),
      ],
    };
    const names = ["Amsterdam", "Berlin", "New York"];
    const place = PLACES.map((one, index) => ({ ...one, name: names[index] }));
    const shelf = await shelfOf(t, { vm: offer }, { place });
    for (const [must, vm] of MUSTS) await expectAmounts(t, shelf, { vm }, { must });
  },
});
