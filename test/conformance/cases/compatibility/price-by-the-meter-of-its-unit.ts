import { defineCase } from "../../case.ts";
import { shelfOf } from "../../steps/demands.ts";
import { USAGE, perUnit } from "../../steps/metering.ts";
import { expectAmounts } from "../../steps/prices.ts";

export default defineCase({
  title:
    "A price per unit is charged by the meter that its unit belongs to, as often as the measure contains the unit",
  requirements: ["MPLI-COMP-076@a4466b16"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "reading GiBy as GBy, requests one by one, or all data as stored",
  since: "0.1",
  writes: true,
  async run(t) {
    const shelf = await shelfOf(t, {
      stored: { price: perUnit("GBy.mo") },
      "stored-in-binary": { price: perUnit("GiBy.mo") },
      "stored-in-bits": { price: perUnit("Gbit.mo") },
      sent: { price: perUnit("GBy") },
      "sent-in-binary": { price: perUnit("TiBy") },
      requests: { price: perUnit("{request}", "0.0001") },
      "many-requests": { price: perUnit("10000 {request}") },
    });
    const amounts = {
      stored: 100,
      "stored-in-binary": 1e11 / 2 ** 30,
      "stored-in-bits": 800,
      sent: 2_000,
      "sent-in-binary": 2e12 / 2 ** 40,
      requests: 500,
      "many-requests": 500,
    };
    await expectAmounts(t, shelf, amounts, { usage: USAGE });
  },
});
