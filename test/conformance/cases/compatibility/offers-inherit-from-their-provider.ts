import { defineCase } from "../../case.ts";
import { expectOutcomes, shelfOf } from "../../steps/demands.ts";

export default defineCase({
  title:
    "What a provider is certified for, where it is and how data leave it holds for each of its offers, besides what they state",
  requirements: ["MPLI-COMP-021@edb35975"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "reading the offer alone, or letting its own facts hide those of its provider",
  since: "0.1",
  writes: true,
  async run(t) {
    const shelf = await shelfOf(
      t,
      {
        plain: {},
        own: { certification: [{ scheme: "ENS" }], portability: [{ export: "csv" }] },
      },
      {
        provider: {
          country: "NL",
          certification: [{ type: "Certification", scheme: "ISO27001" }],
          portability: [{ type: "Portability", export: "pg_dump-custom/16" }],
        },
      },
    );
    await expectOutcomes(t, shelf, [
      { offer: "plain", requirement: { on: "certification", is: "ISO27001" }, outcome: "satisfied" },
      { offer: "plain", requirement: { on: "certification", is: "ENS" }, outcome: "violated" },
      { offer: "own", requirement: { on: "certification", is: "ISO27001" }, outcome: "satisfied" },
      { offer: "own", requirement: { on: "certification", is: "ENS" }, outcome: "satisfied" },
      { offer: "plain", requirement: { on: "portability", is: "pg_dump-custom/16" }, outcome: "satisfied" },
      { offer: "plain", requirement: { on: "portability", is: "csv" }, outcome: "violated" },
      { offer: "own", requirement: { on: "portability", is: "pg_dump-custom/16" }, outcome: "satisfied" },
      { offer: "own", requirement: { on: "portability", is: "csv" }, outcome: "satisfied" },
      { offer: "plain", requirement: { on: "country", is: "NL" }, outcome: "satisfied" },
      { offer: "plain", requirement: { on: "country", within: "EU" }, outcome: "satisfied" },
      { offer: "plain", requirement: { on: "country", within: "CH" }, outcome: "violated" },
    ]);
  },
});
