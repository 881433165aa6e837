import { defineCase } from "../../case.ts";
import { expectOutcomes, shelfOf } from "../../steps/demands.ts";

export default defineCase({
  title: "A pattern matches anywhere in the text, however far from its beginning, unless it is anchored",
  requirements: ["MPLI-COMP-015@b1cab5e9", "MPLI-COMP-008@747ace39"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "matching the whole text only, or only its first characters",
  since: "0.1",
  writes: true,
  async run(t) {
    const shelf = await shelfOf(t, { long: { name: `${"a".repeat(1_000)}needle`, family: "eu-premium-2" } });
    await expectOutcomes(t, shelf, [
      { offer: "long", requirement: { on: "family", matches: "premium" }, outcome: "satisfied" },
      { offer: "long", requirement: { on: "family", matches: "^premium" }, outcome: "violated" },
      { offer: "long", requirement: { on: "family", matches: "premium$" }, outcome: "violated" },
      {
        offer: "long",
        requirement: { on: "family", matches: "^eu-(basic|premium)-[0-9]$" },
        outcome: "satisfied",
      },
      { offer: "long", requirement: { on: "family", matches: "PREMIUM" }, outcome: "violated" },
      { offer: "long", requirement: { on: "name", matches: "needle" }, outcome: "satisfied" },
    ]);
  },
});
