import { defineCase } from "../../case.ts";
import { demandFor, expectRefused } from "../../steps/demands.ts";

export default defineCase({
  title: "A requirement that only says how it is to be read is refused",
  requirements: ["MPLI-COMP-014@9ee09c83"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "taking `absent` or `evidence` for a bound",
  since: "0.1",
  async run(t) {
    const broken = [
      { on: "region", absent: "violated" },
      { on: "certification", evidence: "certified" },
      { on: "price", per: "month" },
    ];
    await expectRefused(t, "no-bound", {
      sound: { currency: "EUR", ...demandFor({ on: "price", atMost: 300, per: "month" }) },
      broken: broken.map((one) => ({ currency: "EUR", ...demandFor(one) })),
    });
  },
});
