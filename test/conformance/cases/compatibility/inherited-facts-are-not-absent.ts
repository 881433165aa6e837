import { defineCase } from "../../case.ts";
import { expectOutcomes, shelfOf } from "../../steps/demands.ts";

export default defineCase({
  title: "A fact that an offer inherits is not absent, and neither is one that cannot be read",
  requirements: ["MPLI-COMP-022@64f54b32", "MPLI-COMP-034@b4d77fe6"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "applying `absent` to whatever does not fit",
  since: "0.1",
  writes: true,
  async run(t) {
    const shelf = await shelfOf(
      t,
      { plain: { engineVersion: "latest" } },
      { provider: { certification: [{ type: "Certification", scheme: "ISO27001" }] } },
    );
    await expectOutcomes(t, shelf, [
      {
        offer: "plain",
        requirement: { on: "certification", is: "ISO27001", absent: "violated" },
        outcome: "satisfied",
      },
      {
        offer: "plain",
        requirement: { on: "certification", is: "ENS", absent: "unknown" },
        outcome: "violated",
      },
      {
        offer: "plain",
        requirement: { on: "engineVersion", atLeast: "16", absent: "violated" },
        outcome: "unknown",
      },
    ]);
  },
});
