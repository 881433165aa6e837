import { defineCase } from "../../case.ts";
import { expectOutcomes, shelfOf } from "../../steps/demands.ts";

export default defineCase({
  title: "Quantities are compared exactly, beyond what floating point can hold",
  requirements: ["MPLI-COMP-024@7af7fc05"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "converting to a floating-point number of bytes",
  since: "0.1",
  writes: true,
  async run(t) {
    const shelf = await shelfOf(t, {
      exact: { memory: "9007199254740992 By", storage: "1.000000000000000001 TBy", maxSize: "0.3 GBy" },
    });
    await expectOutcomes(t, shelf, [
      { offer: "exact", requirement: { on: "memory", is: "9007199254740993 By" }, outcome: "violated" },
      { offer: "exact", requirement: { on: "memory", atLeast: "9007199254740993 By" }, outcome: "violated" },
      {
        offer: "exact",
        requirement: { on: "memory", lessThan: "9007199254740993 By" },
        outcome: "satisfied",
      },
      { offer: "exact", requirement: { on: "memory", is: "8 PiBy" }, outcome: "satisfied" },
      { offer: "exact", requirement: { on: "storage", moreThan: "1 TBy" }, outcome: "satisfied" },
      { offer: "exact", requirement: { on: "storage", is: "1000 GBy" }, outcome: "violated" },
      { offer: "exact", requirement: { on: "maxSize", is: "300 MBy" }, outcome: "satisfied" },
      { offer: "exact", requirement: { on: "maxSize", is: "2.4 Gbit" }, outcome: "satisfied" },
    ]);
  },
});
