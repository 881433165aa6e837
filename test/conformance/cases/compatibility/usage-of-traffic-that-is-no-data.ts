import { defineCase } from "../../case.ts";
import { RARE, expectMisread } from "../../steps/demands.ts";

export default defineCase({
  title: "Traffic of something else than data is refused",
  requirements: ["MPLI-COMP-007@666380df"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "taking requests or gigabyte-months for gigabytes",
  since: "0.1",
  async run(t) {
    const using = (outboundTraffic: unknown) => ({
      component: [{ class: RARE, usage: { outboundTraffic } }],
    });
    await expectMisread(t, {
      sound: using("1 GBy/h"),
      broken: [using("2 TBy.mo"), using("1000 /mo"), using("2 h"), using("much")],
    });
  },
});
