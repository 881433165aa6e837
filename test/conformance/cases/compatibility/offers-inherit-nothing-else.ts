import { defineCase } from "../../case.ts";
import { expectOutcomes, shelfOf } from "../../steps/demands.ts";

export default defineCase({
  title: "What a provider says of itself is no fact of its offers unless the vocabulary has it inherited",
  requirements: ["MPLI-COMP-021@edb35975"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "adding all facts of the provider to its offers",
  since: "0.1",
  writes: true,
  async run(t) {
    const shelf = await shelfOf(
      t,
      { plain: { vcpus: 2 } },
      {
        provider: {
          name: "Sovereign Clouds",
          description: "A sovereign provider",
          source: "https://clouds.example/",
          licence: "CC0-1.0",
        },
      },
    );
    await expectOutcomes(
      t,
      shelf,
      [
        { on: "name", is: "Sovereign Clouds" },
        { on: "description", matches: "sovereign" },
        { on: "source", is: "https://clouds.example/" },
        { on: "licence", is: "CC0-1.0" },
      ].map((requirement) => ({ offer: "plain", requirement, outcome: "unknown" as const })),
    );
  },
});
