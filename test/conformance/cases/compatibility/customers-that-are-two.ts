import { defineCase } from "../../case.ts";
import { RARE, expectMisread } from "../../steps/demands.ts";

export default defineCase({
  title: "A demand that speaks for two customers is refused",
  requirements: ["MPLI-COMP-007@666380df"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "taking the one to whom more is sold",
  since: "0.1",
  async run(t) {
    const said = (customer: unknown) => ({ component: [{ class: RARE }], customer });
    await expectMisread(t, {
      sound: said([{ country: "NL" }]),
      broken: [said([{ country: "NL" }, { country: "DE" }]), said([{ country: "US" }, {}])],
    });
  },
});
