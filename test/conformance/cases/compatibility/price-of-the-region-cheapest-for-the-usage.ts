import { defineCase } from "../../case.ts";
import { shelfOf } from "../../steps/demands.ts";
import { perUnit } from "../../steps/metering.ts";
import { PLACES, expectAmounts, inRegion, price } from "../../steps/prices.ts";

export default defineCase({
  title: "Which region is the cheapest depends on the usage",
  requirements: ["MPLI-COMP-040@ae5be08f", "MPLI-COMP-079@5ffe08a7"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "choosing the region by one price, or each price from the region where it is lowest",
  since: "0.1",
  writes: true,
  async run(t) {
    const offer = {
      region: ["/regions/ams", "/regions/ber"],
      price: [
        price("10.0", "month", inRegion("ams")),
        perUnit("GBy", "0.10", inRegion("ams")),
        price("50.0", "month", inRegion("ber")),
        perUnit("GBy", "0.01", inRegion("ber")),
      ],
    };
    const shelf = await shelfOf(t, { vm: offer }, { place: PLACES });
    await expectAmounts(t, shelf, { vm: 10 });
    await expectAmounts(t, shelf, { vm: 20 }, { usage: { outboundTraffic: "100 GBy/mo" } });
    await expectAmounts(t, shelf, { vm: 150 }, { usage: { outboundTraffic: "10 TBy/mo" } });
  },
});
