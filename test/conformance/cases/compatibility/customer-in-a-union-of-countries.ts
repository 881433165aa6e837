import { defineCase } from "../../case.ts";
import { RARE, expectMisread } from "../../steps/demands.ts";

export default defineCase({
  title: "A customer is in a country, and one in a union or a continent is refused",
  requirements: ["MPLI-COMP-007@666380df"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "selling to who may be anywhere in an area as if it were a country",
  since: "0.1",
  async run(t) {
    const said = (customer: unknown) => ({ component: [{ class: RARE }], customer });
    await expectMisread(t, {
      sound: said({ country: "NL" }),
      broken: [said({ country: "EU" }), said({ country: "EEA" }), said({ country: "Europe" })],
    });
  },
});
