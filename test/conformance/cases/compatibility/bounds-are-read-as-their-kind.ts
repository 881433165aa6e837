import { defineCase } from "../../case.ts";
import { expectOutcomes, shelfOf } from "../../steps/demands.ts";

const NL = "https://w3id.org/mpli/place/NL";
const ISO = "https://w3id.org/mpli/ns#ISO27001";

export default defineCase({
  title:
    "A bound is read as a quantity, a number, a version, a place, a term or a text, as its property is compared",
  requirements: ["MPLI-COMP-008@747ace39"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "comparing everything as text, or reading what looks like a number as one",
  since: "0.1",
  writes: true,
  async run(t) {
    const shelf = await shelfOf(t, {
      nine: { vcpus: 9, family: "1.30", runtimeVersion: "1.3" },
      sixteen: { vcpus: 16, memory: "16 GiBy", region: NL, certification: [{ scheme: "ISO27001" }] },
    });
    await expectOutcomes(t, shelf, [
      { offer: "nine", requirement: { on: "vcpus", atLeast: "10" }, outcome: "violated" },
      { offer: "nine", requirement: { on: "vcpus", lessThan: 10 }, outcome: "satisfied" },
      { offer: "sixteen", requirement: { on: "vcpus", is: 16 }, outcome: "satisfied" },
      { offer: "sixteen", requirement: { on: "vcpus", is: "16.0" }, outcome: "satisfied" },
      { offer: "sixteen", requirement: { on: "vcpus", isOneOf: [8, "16"] }, outcome: "satisfied" },
      { offer: "nine", requirement: { on: "runtimeVersion", is: "1.30" }, outcome: "violated" },
      { offer: "nine", requirement: { on: "family", is: "1.3" }, outcome: "violated" },
      { offer: "nine", requirement: { on: "family", is: "1.30" }, outcome: "satisfied" },
      { offer: "sixteen", requirement: { on: "memory", is: "16384 MiBy" }, outcome: "satisfied" },
      { offer: "sixteen", requirement: { on: "region", is: "NL" }, outcome: "satisfied" },
      { offer: "sixteen", requirement: { on: "region", is: NL }, outcome: "satisfied" },
      { offer: "sixteen", requirement: { on: "region", is: "DE" }, outcome: "violated" },
      { offer: "sixteen", requirement: { on: "certification", is: "ISO27001" }, outcome: "satisfied" },
      { offer: "sixteen", requirement: { on: "certification", is: ISO }, outcome: "satisfied" },
    ]);
  },
});
