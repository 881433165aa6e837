import { defineCase } from "../../case.ts";
import { demandFor, expectRefused } from "../../steps/demands.ts";

export default defineCase({
  title: "A bound in a unit of another dimension than the property's is refused",
  requirements: ["MPLI-COMP-009@eaa4c7b3"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "comparing the numbers and leaving the units aside",
  since: "0.1",
  async run(t) {
    const broken = [
      { on: "memory", atLeast: "32 s" },
      { on: "memory", is: "32 GBy/s" },
      { on: "throughput", moreThan: "10 MBy" },
      { on: "networkBandwidth", atLeast: "10 Gbit" },
      { on: "outboundTraffic", atLeast: "20 TBy" },
    ];
    await expectRefused(t, "value-does-not-fit", {
      sound: demandFor({ on: "throughput", atLeast: "10 MBy/s" }),
      broken: broken.map((one) => demandFor(one)),
    });
  },
});
