import { defineCase } from "../../case.ts";
import { RARE, expectRefused } from "../../steps/demands.ts";

export default defineCase({
  title: "A demand with a budget and no currency is refused",
  requirements: ["MPLI-COMP-013@822af086"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "looking for amounts of money in the components only",
  since: "0.1",
  async run(t) {
    const component = [{ name: "a", class: RARE }];
    await expectRefused(t, "currency-needed", {
      sound: { currency: "EUR", component, together: [{ budget: 500 }] },
      broken: [
        { component, together: [{ budget: 500 }] },
        { component, together: [{ maxProviders: 1 }, { budget: 5, per: "hour" }] },
      ],
    });
  },
});
