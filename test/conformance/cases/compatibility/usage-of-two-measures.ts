import { defineCase } from "../../case.ts";
import { RARE, expectMisread } from "../../steps/demands.ts";

export default defineCase({
  title: "A usage with two measures of one meter is refused",
  requirements: ["MPLI-COMP-007@666380df"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "charging the sum, or the larger of them",
  since: "0.1",
  async run(t) {
    const using = (usage: object) => ({ component: [{ class: RARE, usage }] });
    await expectMisread(t, {
      sound: using({ storage: ["1 GBy"], hoursPerMonth: [730] }),
      broken: [
        using({ storage: ["1 GBy", "1 TBy"] }),
        using({ outboundTraffic: ["1 GBy/mo", "1 GBy/h"] }),
        using({ requestsPerMonth: [1, 1000000] }),
        using({ hoursPerMonth: [10, 730] }),
      ],
    });
  },
});
