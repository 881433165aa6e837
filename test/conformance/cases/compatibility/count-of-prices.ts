import { defineCase } from "../../case.ts";
import { demandFor, expectMisread } from "../../steps/demands.ts";

export default defineCase({
  title: "A requirement that counts prices is refused",
  requirements: ["MPLI-COMP-007@666380df"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "counting the components of a price, or the one amount as too few",
  since: "0.1",
  async run(t) {
    const counted = { on: "price", having: { atMost: 300 }, atLeastCount: 1 };
    await expectMisread(t, {
      sound: { currency: "EUR", ...demandFor({ on: "price", atMost: 300 }) },
      broken: [counted, { ...counted, atLeastCount: 2 }, { ...counted, per: "hour" }].map((one) => ({
        currency: "EUR",
        ...demandFor(one),
      })),
    });
  },
});
