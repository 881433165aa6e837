import { defineCase } from "../../case.ts";
import { resultsOf, shelfOf } from "../../steps/demands.ts";
import { price } from "../../steps/prices.ts";

export default defineCase({
  title: "The price of a result is the amount a month, in the currency of the demand",
  requirements: ["MPLI-COMP-050@2f9e9db6"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "the price of one period as it was stated, or of all components",
  since: "0.1",
  writes: true,
  async run(t) {
    const shelf = await shelfOf(t, {
      hourly: { price: price("0.10", "hour") },
      dollars: { price: [price("1.0", "month", { currency: "USD" }), price("20.0", "month")] },
      none: {},
    });
    const result = await resultsOf(t, shelf, [{ count: 3 }], { currency: "EUR" });
    const stated = (offer: string) => {
      const { monthly, currency } = Object(result(0, offer)["price"]) as {
        monthly?: unknown;
        currency?: unknown;
      };
      return [monthly, currency];
    };
    t.equal(stated("hourly"), [73, "EUR"], "the price of 0.10 EUR an hour is");
    t.equal(stated("dollars"), [20, "EUR"], "the price of 1 USD or 20 EUR a month is");
    t.equal(stated("none")[0], undefined, "the price of an offer without one is");
  },
});
