import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { harvestsOf, pull } from "../../steps/trigger.ts";

export default defineCase({
  title: "Any address of a provider's node stands for its origin",
  requirements: ["MPLI-TEST-007@94e2e8ca"],
  role: "catalogue",
  feature: "testing",
  expects: "accept",
  hunts: "comparing `url` with the origin as text",
  since: "0.1",
  writes: true,
  sequence: [
    "Kit->>Catalogue: POST trigger, harvest of a page of the provider",
    "Catalogue->>Provider: GET manifest",
  ],
  async run(t: Exam) {
    const party = await t.party();
    await party.harvested();
    for (const url of [`${party.origin}/`, party.manifestAddress, `${party.origin}/some/page?of=it#here`]) {
      const before = harvestsOf(party);
      t.status(await pull(t, { action: "harvest", url }), 200);
      t.that(harvestsOf(party) > before, `a request for the manifest after ${url}`, "none");
    }
  },
});
