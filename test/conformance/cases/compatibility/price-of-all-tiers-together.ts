import { defineCase } from "../../case.ts";
import { shelfOf } from "../../steps/demands.ts";
import { inTiers, perUnit } from "../../steps/metering.ts";
import { expectAmounts } from "../../steps/prices.ts";

/** The first terabyte at 0.1 a gigabyte, the rest at 0.01. */
const TIERS = [
  ["0", "0.1"],
  ["1000", "0.01"],
] as const;

export default defineCase({
  title: "The tiers of a meter are one price together, which competes with the others of that meter",
  requirements: ["MPLI-COMP-078@7b79ab4c"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "letting tiers compete with each other, or adding them to a price without a tier",
  since: "0.1",
  writes: true,
  async run(t) {
    const flat = perUnit("GBy", "0.05");
    const shelf = await shelfOf(t, {
      tiers: { price: inTiers("GBy", TIERS) },
      both: { price: [...inTiers("GBy", TIERS), flat] },
      flat: { price: flat },
    });
    const little = { tiers: 110, flat: 100, both: 100 };
    await expectAmounts(t, shelf, little, { usage: { outboundTraffic: "2 TBy/mo" } });
    const much = { tiers: 190, flat: 500, both: 190 };
    await expectAmounts(t, shelf, much, { usage: { outboundTraffic: "10 TBy/mo" } });
  },
});
