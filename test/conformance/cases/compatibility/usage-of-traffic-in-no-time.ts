import { defineCase } from "../../case.ts";
import { RARE, expectMisread } from "../../steps/demands.ts";

export default defineCase({
  title: "Traffic that does not say in which time is refused",
  requirements: ["MPLI-COMP-007@666380df"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "taking data without a time for that of a month",
  since: "0.1",
  async run(t) {
    const using = (outboundTraffic: unknown) => ({
      component: [{ class: RARE, usage: { outboundTraffic } }],
    });
    await expectMisread(t, {
      sound: using("2 TBy/mo"),
      broken: [using("2 TBy"), using("2"), using("2 TBy{month}")],
    });
  },
});
