import { defineCase } from "../../case.ts";
import { harvestsOf, pull } from "../../steps/trigger.ts";

export default defineCase({
  title: "A provider that was withdrawn is not harvested any more",
  requirements: ["MPLI-TEST-008@34bfc698"],
  role: "catalogue",
  feature: "testing",
  expects: "refuse",
  hunts: "looking a provider up where only its snapshot is",
  since: "0.1",
  writes: true,
  sequence: [
    "Kit->>Catalogue: DELETE the provider",
    "Kit->>Catalogue: POST trigger, harvest of it",
    "Catalogue-->>Kit: 404 no-such-provider",
  ],
  async run(t) {
    const party = await t.party();
    await party.harvested();
    const headers = { "content-type": "application/json", ...t.operator() };
    const body = JSON.stringify({ url: party.origin });
    await t.request(t.endpoint("providers"), { method: "DELETE", headers, body });
    const before = harvestsOf(party);
    t.refusal(await pull(t, { action: "harvest", url: party.origin }), 404, "no-such-provider");
    t.equal(harvestsOf(party), before, "the number of requests for the manifest is");
  },
});
