import { defineCase } from "../../case.ts";
import { RARE, demandFor, expectRefused } from "../../steps/demands.ts";

export default defineCase({
  title: "A demand without a currency is refused for one requirement on the price among others",
  requirements: ["MPLI-COMP-013@822af086"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "looking at the first component or the first requirement only",
  since: "0.1",
  async run(t) {
    const price = { on: "price", atMost: 300 };
    await expectRefused(t, "currency-needed", {
      sound: { currency: "EUR", ...demandFor(price) },
      broken: [
        { component: [{ class: RARE, must: [{ on: "memory", atLeast: "1 GiBy" }, price] }] },
        {
          component: [
            { name: "a", class: "Cache" },
            { name: "b", class: RARE, should: [price] },
          ],
        },
      ],
    });
  },
});
