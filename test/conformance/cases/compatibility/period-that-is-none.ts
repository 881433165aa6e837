import { defineCase } from "../../case.ts";
import { demandFor, expectMisread } from "../../steps/demands.ts";

export default defineCase({
  title: "A `per` that is none of the periods is refused",
  requirements: ["MPLI-COMP-007@666380df"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "comparing with the price of a month",
  since: "0.1",
  async run(t) {
    await expectMisread(t, {
      sound: { currency: "EUR", ...demandFor({ on: "price", atMost: 300, per: "year" }) },
      broken: ["fortnight", "unit"].map((per) => ({
        currency: "EUR",
        ...demandFor({ on: "price", atMost: 300, per }),
      })),
    });
  },
});
