import { defineCase } from "../../case.ts";
import { harvestsOf, pull } from "../../steps/trigger.ts";

export default defineCase({
  title: "With a wrong token nothing is harvested",
  requirements: ["MPLI-TEST-002@e32a6702"],
  role: "catalogue",
  feature: "testing",
  expects: "refuse",
  hunts: "refusing after the action, or comparing only the beginning of the token",
  since: "0.1",
  writes: true,
  sequence: ["Kit->>Catalogue: POST trigger, with half of the token", "Catalogue-->>Kit: 401 operator-only"],
  async run(t) {
    const party = await t.party();
    await party.harvested();
    const right = t.operator()["authorization"] ?? "";
    const half = right.slice(0, -Math.ceil((right.length - "Bearer ".length) / 2));
    // A harvest that happens to be due may fall between two requests, but not every time.
    const meanwhile: number[] = [];
    for (const authorization of [half, `${right}x`, `${right}y`]) {
      const before = harvestsOf(party);
      const answer = await pull(t, { action: "harvest", url: party.origin }, { authorization });
      t.refusal(answer, 401, "operator-only");
      meanwhile.push(harvestsOf(party) - before);
    }
    t.equal(Math.min(...meanwhile), 0, "the number of requests for the manifest is");
  },
});
