import { defineCase } from "../../case.ts";
import { RARE, expectMisread } from "../../steps/demands.ts";

export default defineCase({
  title: "A customer whose country is none of the vocabulary is refused",
  requirements: ["MPLI-COMP-007@666380df"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "counting a misspelt country as one that lies elsewhere",
  since: "0.1",
  async run(t) {
    const said = (customer: unknown) => ({ component: [{ class: RARE }], customer });
    await expectMisread(t, {
      sound: said({ country: "NL" }),
      broken: [said({ country: "Netherlands" }), said({ country: "nl" }), said({ country: "ZZ" })],
    });
  },
});
