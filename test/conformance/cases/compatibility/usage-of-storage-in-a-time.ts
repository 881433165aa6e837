import { defineCase } from "../../case.ts";
import { RARE, expectMisread } from "../../steps/demands.ts";

export default defineCase({
  title: "Storage is data, and data times time or per time is refused",
  requirements: ["MPLI-COMP-007@666380df"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "reckoning with the data of a month as if it were held for one, or held twice",
  since: "0.1",
  async run(t) {
    const using = (storage: unknown) => ({ component: [{ class: RARE, usage: { storage } }] });
    await expectMisread(t, {
      sound: using("500 GiBy"),
      broken: [using("500 GBy.mo"), using("500 GBy/mo"), using("500 h")],
    });
  },
});
