import { defineCase } from "../../case.ts";
import { pull } from "../../steps/trigger.ts";

export default defineCase({
  title: "A provider that is not registered is not harvested",
  requirements: ["MPLI-TEST-008@34bfc698"],
  role: "catalogue",
  feature: "testing",
  expects: "refuse",
  hunts: "fetching whatever address the trigger names",
  since: "0.1",
  writes: true,
  sequence: [
    "Kit->>Catalogue: POST trigger, harvest of a stranger",
    "Catalogue-->>Kit: 404 no-such-provider",
  ],
  async run(t) {
    const party = await t.party();
    const answer = await pull(t, { action: "harvest", url: party.origin });
    t.refusal(answer, 404, "no-such-provider");
    t.equal(party.asked.length, 0, "the number of requests to the stranger is");
  },
});
