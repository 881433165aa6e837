import { defineCase } from "../../case.ts";
import { expectOutcomes, shelfOf } from "../../steps/demands.ts";

export default defineCase({
  title: "Quantities of one dimension are compared by amount, whatever their units",
  requirements: ["MPLI-COMP-024@7af7fc05"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "comparing the numbers, or only quantities of the same unit",
  since: "0.1",
  writes: true,
  async run(t) {
    const shelf = await shelfOf(t, {
      bytes: { memory: "32 GiBy", storage: "0.1 GBy" },
      bits: { memory: "8 Gbit", networkBandwidth: "1 GBy/s" },
      traffic: { outboundTraffic: "12 TBy/a", storage: "1e3 MBy" },
    });
    await expectOutcomes(t, shelf, [
      { offer: "bytes", requirement: { on: "memory", is: "32768 MiBy" }, outcome: "satisfied" },
      { offer: "bytes", requirement: { on: "memory", is: "34359738368 By" }, outcome: "satisfied" },
      { offer: "bytes", requirement: { on: "memory", moreThan: "32 GBy" }, outcome: "satisfied" },
      { offer: "bytes", requirement: { on: "memory", lessThan: "1 TBy" }, outcome: "satisfied" },
      { offer: "bytes", requirement: { on: "storage", is: "100 MBy" }, outcome: "satisfied" },
      { offer: "bits", requirement: { on: "memory", is: "1 GBy" }, outcome: "satisfied" },
      { offer: "bits", requirement: { on: "memory", moreThan: "1 GBy" }, outcome: "violated" },
      { offer: "bits", requirement: { on: "networkBandwidth", is: "8 Gbit/s" }, outcome: "satisfied" },
      { offer: "bits", requirement: { on: "networkBandwidth", atLeast: "60 GBy/min" }, outcome: "satisfied" },
      { offer: "traffic", requirement: { on: "outboundTraffic", is: "1 TBy/mo" }, outcome: "satisfied" },
      { offer: "traffic", requirement: { on: "outboundTraffic", moreThan: "1 TBy/mo" }, outcome: "violated" },
      { offer: "traffic", requirement: { on: "storage", is: "1 GBy" }, outcome: "satisfied" },
    ]);
  },
});
