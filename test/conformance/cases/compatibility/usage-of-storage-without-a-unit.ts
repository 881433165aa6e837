import { defineCase } from "../../case.ts";
import { RARE, expectMisread } from "../../steps/demands.ts";

export default defineCase({
  title: "Storage without a unit of UCUM is refused",
  requirements: ["MPLI-COMP-007@666380df"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "taking a number for gigabytes, or `GB` for them: in UCUM, B is the bel",
  since: "0.1",
  async run(t) {
    const using = (storage: unknown) => ({ component: [{ class: RARE, usage: { storage } }] });
    await expectMisread(t, {
      sound: using("500 GBy"),
      broken: [using("500"), using(500), using("500 GB"), using("much")],
    });
  },
});
