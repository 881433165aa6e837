import { defineCase } from "../../case.ts";
import { expectOutcomes, shelfOf } from "../../steps/demands.ts";

export default defineCase({
  title: "Texts are equal when all their characters are, case and spaces included",
  requirements: ["MPLI-COMP-032@51d986b2"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "folding case, trimming, or normalising Unicode",
  since: "0.1",
  writes: true,
  async run(t) {
    const shelf = await shelfOf(t, { text: { family: "Premium", name: "Caf\u00e9 Stra\u00dfe" } });
    await expectOutcomes(t, shelf, [
      { offer: "text", requirement: { on: "family", is: "Premium" }, outcome: "satisfied" },
      { offer: "text", requirement: { on: "family", is: "premium" }, outcome: "violated" },
      { offer: "text", requirement: { on: "family", isOneOf: ["PREMIUM", "premium"] }, outcome: "violated" },
      { offer: "text", requirement: { on: "family", is: "Premium " }, outcome: "violated" },
      { offer: "text", requirement: { on: "family", is: "Premiu" }, outcome: "violated" },
      { offer: "text", requirement: { on: "name", is: "Caf\u00e9 Stra\u00dfe" }, outcome: "satisfied" },
      { offer: "text", requirement: { on: "name", is: "Cafe\u0301 Stra\u00dfe" }, outcome: "violated" },
      { offer: "text", requirement: { on: "name", is: "Caf\u00e9 Strasse" }, outcome: "violated" },
      { offer: "text", requirement: { on: "name", is: "Caf\u00e9  Stra\u00dfe" }, outcome: "violated" },
    ]);
  },
});
