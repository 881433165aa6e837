import { defineCase } from "../../case.ts";
import { RARE, expectMisread } from "../../steps/demands.ts";

export default defineCase({
  title: "A customer with two countries is refused",
  requirements: ["MPLI-COMP-007@666380df"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "taking one of them that fits for both",
  since: "0.1",
  async run(t) {
    const said = (customer: unknown) => ({ component: [{ class: RARE }], customer });
    await expectMisread(t, {
      sound: said({ country: "NL" }),
      broken: [said({ country: ["NL", "DE"] }), said({ country: ["US", "NL"] })],
    });
  },
});
