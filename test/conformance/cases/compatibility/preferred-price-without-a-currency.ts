import { defineCase } from "../../case.ts";
import { demandFor, expectRefused } from "../../steps/demands.ts";

export default defineCase({
  title: "A should on the price is refused in a demand without a currency, since it changes the order",
  requirements: ["MPLI-COMP-013@822af086"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "looking for a currency only where an offer could be ruled out",
  since: "0.1",
  async run(t) {
    const price = { on: "price", atMost: 300 };
    await expectRefused(t, "currency-needed", {
      sound: { currency: "EUR", ...demandFor(price) },
      broken: [demandFor(price, "should"), demandFor({ ...price, weight: 0.1 }, "should")],
    });
  },
});
