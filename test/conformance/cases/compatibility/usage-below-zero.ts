import { defineCase } from "../../case.ts";
import { RARE, expectMisread } from "../../steps/demands.ts";

export default defineCase({
  title: "A measure below zero is refused",
  requirements: ["MPLI-COMP-007@666380df"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "a price that is lower the more is used",
  since: "0.1",
  async run(t) {
    const using = (usage: object) => ({ component: [{ class: RARE, usage }] });
    await expectMisread(t, {
      sound: using({ storage: "1 GBy", outboundTraffic: "1 GBy/mo", requestsPerMonth: 1 }),
      broken: [
        using({ storage: "-1 GBy" }),
        using({ outboundTraffic: "-1 GBy/mo" }),
        using({ requestsPerMonth: -1 }),
        using({ hoursPerMonth: "-0.5" }),
      ],
    });
  },
});
