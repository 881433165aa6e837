import { defineCase } from "../../case.ts";
import { demandFor, expectRefused } from "../../steps/demands.ts";

export default defineCase({
  title: "A demand without a currency is refused for a requirement on the price within others",
  requirements: ["MPLI-COMP-013@822af086"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "looking at what a requirement is on, and not at what its parts are on",
  since: "0.1",
  async run(t) {
    const [price, cores] = [
      { on: "price", atMost: 300 },
      { on: "vcpus", atLeast: 2 },
    ];
    await expectRefused(t, "currency-needed", {
      sound: { currency: "EUR", ...demandFor({ anyOf: [cores, price] }) },
      broken: [
        demandFor({ anyOf: [cores, price] }),
        demandFor({ not: price }),
        demandFor({ allOf: [cores, { not: { anyOf: [cores, price] } }] }, "should"),
        demandFor({ path: ["price"], atMost: 300 }),
      ],
    });
  },
});
