import { defineCase } from "../../case.ts";
import { shelfOf } from "../../steps/demands.ts";
import { PLACES, inRegion, price } from "../../steps/prices.ts";
import { type Change, expectRelaxations } from "../../steps/relaxations.ts";

const IN_GERMANY = { on: "region", within: "DE" };
const OPENED: Change = { how: "widen", on: "region", from: { within: "DE" }, to: { within: ["DE", "NL"] } };
const raised = (from: string, to: string): Change => ({
  how: "move",
  on: "price",
  from: { atMost: from },
  to: { atMost: to },
});

export default defineCase({
  title:
    "A price that is too high can be met in another region, and what a region costs counts where it opens",
  requirements: ["MPLI-COMP-096@ce187501", "MPLI-COMP-097@ad35d504"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts:
    "widening the region and leaving a price bound that is missed there, or raising two bounds where one region does",
  since: "0.1",
  writes: true,
  async run(t) {
    const both = ["/regions/ams", "/regions/ber"];
    const shelf = await shelfOf(
      t,
      {
        both: {
          region: both,
          price: [price("50", "month", inRegion("ams")), price("200", "month", inRegion("ber"))],
        },
        there: { region: "/regions/ams", price: price("120", "month", inRegion("ams")) },
      },
      { place: PLACES },
    );
    const atMost = (amount: string, per = "month") => ({ on: "price", atMost: amount, per });
    await expectRelaxations(t, shelf, [
      // Raising one bound by a quarter costs less than another country.
      { offer: "both", must: [IN_GERMANY, atMost("160")], changes: [raised("160", "200")] },
      // Raising two bounds is two changes.
      { offer: "both", must: [IN_GERMANY, atMost("160"), atMost("1200", "year")], changes: [OPENED] },
      { offer: "there", must: [IN_GERMANY, atMost("150")], changes: [OPENED] },
      { offer: "there", must: [IN_GERMANY, atMost("100")], changes: [OPENED, raised("100", "120")] },
    ]);
  },
});
