import { setTimeout as pause } from "node:timers/promises";
import { defineCase } from "../../case.ts";
import { listedProviders } from "../../parties/registration.ts";
import { pull } from "../../steps/trigger.ts";

const MILLISECONDS = 150;

export default defineCase({
  title: "The answer comes when the harvest has ended, and the list knows how",
  requirements: ["MPLI-TEST-003@14438dce"],
  role: "catalogue",
  feature: "testing",
  expects: "accept",
  hunts: "answering at once and harvesting afterwards",
  since: "0.1",
  writes: true,
  sequence: [
    "Kit->>Catalogue: POST trigger, harvest",
    "Catalogue->>Provider: GET manifest",
    "Note over Provider: takes its time",
    "Provider-->>Catalogue: 200",
    "Catalogue-->>Kit: 200, harvest",
    "Kit->>Catalogue: GET providers",
  ],
  async run(t) {
    const party = await t.party();
    await party.harvested();
    await party.offers([{ id: "one", class: "Cache" }]);
    party.answer(new URL(party.manifestAddress).pathname, async (_, usual) => {
      await pause(MILLISECONDS);
      return usual;
    });
    t.status(await pull(t, { action: "harvest", url: party.origin }), 200);
    const entry = (await listedProviders(t)).find(({ id }) => id === party.did);
    t.equal(entry?.["digest"], party.digest(), "the digest in the list right after the answer is");
  },
});
