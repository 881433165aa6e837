import { defineCase } from "../../case.ts";
import { isObject } from "../../http.ts";
import { resultsOf, shelfOf } from "../../steps/demands.ts";
import { priceOf } from "../../steps/metering.ts";
import { PLACES, inRegion, price } from "../../steps/prices.ts";

/** Prices of 73 a month in Amsterdam and in Berlin, told apart by what they are charged by. */
const HOURLY = { ams: price("0.1", "hour", inRegion("ams")), ber: price("0.1", "hour", inRegion("ber")) };
const MONTHLY = {
  ams: price("73.0", "month", inRegion("ams")),
  ber: price("73.0", "month", inRegion("ber")),
};

export default defineCase({
  title: "Of regions with the same lowest price, the first by its IRI is taken",
  requirements: ["MPLI-COMP-040@ae5be08f", "MPLI-COMP-089@3870128d"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "the region that is stated first, or prices that are compared as rounded numbers",
  since: "0.1",
  writes: true,
  async run(t) {
    const region = ["/regions/ber", "/regions/ams"];
    const shelf = await shelfOf(
      t,
      {
        hourly: { region, price: [MONTHLY.ber, HOURLY.ams] },
        monthly: { region, price: [HOURLY.ber, MONTHLY.ams] },
        // In Berlin the general price holds, and in Amsterdam one of its own.
        own: { region, price: [price("0.1", "hour"), price("0.0", "hour", inRegion("ams")), MONTHLY.ams] },
      },
      { place: PLACES },
    );
    const result = await resultsOf(t, shelf, [{}], { currency: "EUR" });
    for (const [offer, charged] of [
      ["hourly", ["hour"]],
      ["monthly", ["month"]],
      ["own", ["hour", "month"]],
    ] as const) {
      const { lines } = priceOf(t, result(0, offer));
      const by = [lines ?? []].flat().flatMap((line) => (isObject(line) ? [line["by"]] : []));
      t.equal(by.sort(), charged, `what the price of ${offer} in the first region is charged by is`);
    }
  },
});
