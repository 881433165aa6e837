import { defineCase } from "../../case.ts";
import { shelfOf } from "../../steps/demands.ts";
import { PLACES, inRegion, outcomesOfAnyPrice, price } from "../../steps/prices.ts";

export default defineCase({
  title: "A price that cannot be computed leaves a bound on it unknown, whatever absence means",
  requirements: ["MPLI-COMP-042@5da4a090"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "a violation where the price is stated in a way that does not help, or a price of zero",
  since: "0.1",
  writes: true,
  async run(t) {
    const { currency: _, ...nameless } = price("10.0", "month");
    const offers = {
      dollars: { price: price("10.0", "month", { currency: "USD" }) },
      nameless: { price: nameless },
      usage: { price: price("0.05", "unit", { unit: "GBy" }) },
      fee: { price: price("49.0", "once") },
      elsewhere: { region: "/regions/ams", price: price("10.0", "month", inRegion("nyc")) },
    };
    const shelf = await shelfOf(t, offers, { place: PLACES });
    const component = { must: [{ on: "region", within: "EU", absent: "unknown" }] };
    for (const absent of ["unknown", "violated"]) {
      const asked = { requirement: { absent }, component };
      const outcomes = await outcomesOfAnyPrice(t, shelf, Object.keys(offers), asked);
      t.equal(
        outcomes,
        Object.keys(offers).map(() => "unknown"),
        `the outcomes where absent is ${absent} are`,
      );
    }
  },
});
