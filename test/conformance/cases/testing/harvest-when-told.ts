import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { harvestsOf, pull } from "../../steps/trigger.ts";

export default defineCase({
  title: "A catalogue harvests when its operator says so, although nothing is due",
  requirements: ["MPLI-TEST-001@c0e42e21", "MPLI-TEST-003@14438dce", "MPLI-TEST-007@94e2e8ca"],
  role: "catalogue",
  feature: "testing",
  expects: "accept",
  hunts: "only bringing the next harvest forward, or passing over a provider that is fresh",
  since: "0.1",
  writes: true,
  sequence: [
    "Kit->>Catalogue: POST trigger, harvest",
    "Catalogue->>Provider: GET manifest",
    "Provider-->>Catalogue: 200",
    "Catalogue-->>Kit: 200, harvest",
  ],
  async run(t: Exam) {
    const party = await t.party({ offers: [{ id: "one", class: "Cache" }] });
    await party.harvested();
    await party.offers([
      { id: "one", class: "Cache" },
      { id: "two", class: "Cache" },
    ]);
    for (const round of [1, 2]) {
      const before = harvestsOf(party);
      const answer = await pull(t, { action: "harvest", url: party.origin });
      t.status(answer, 200);
      t.equal(answer.json()["action"], "harvest", "`action` of the answer is");
      t.that(
        harvestsOf(party) > before,
        `a request for the manifest by the answer to trigger ${round}`,
        "none",
      );
    }
    const entry = await party.listed(({ digest }) => digest === party.digest());
    t.equal(entry["offers"], 2, "the number of offers in the list is");
  },
});
