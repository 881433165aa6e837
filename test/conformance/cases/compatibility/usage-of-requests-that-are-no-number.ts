import { defineCase } from "../../case.ts";
import { RARE, expectMisread } from "../../steps/demands.ts";

export default defineCase({
  title: "Requests that are no number are refused",
  requirements: ["MPLI-COMP-007@666380df"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "reading a rate for a number",
  since: "0.1",
  async run(t) {
    const using = (requestsPerMonth: unknown) => ({
      component: [{ class: RARE, usage: { requestsPerMonth } }],
    });
    await expectMisread(t, {
      sound: using("1000000"),
      broken: [using("many"), using("3000 /s"), using("10k"), using("")],
    });
  },
});
