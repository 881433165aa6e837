import { defineCase } from "../../case.ts";
import { demandFor, expectRefused } from "../../steps/demands.ts";

export default defineCase({
  title: "A must on the price is refused in a demand without a currency",
  requirements: ["MPLI-COMP-013@822af086"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "comparing amounts in whatever currency they are stated",
  since: "0.1",
  async run(t) {
    const price = { on: "price", atMost: 300 };
    await expectRefused(t, "currency-needed", {
      sound: { currency: "EUR", ...demandFor(price) },
      broken: [
        demandFor(price),
        demandFor({ ...price, absent: "violated" }),
        demandFor({ ...price, per: "hour" }),
      ],
    });
  },
});
