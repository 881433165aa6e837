import { defineCase } from "../../case.ts";
import { RARE, ask, componentsOf, listed } from "../../steps/demands.ts";

export default defineCase({
  title: "A catalogue compares a demand with the last good snapshot of a provider that no longer answers",
  requirements: ["MPLI-COMP-004@bccaeeae"],
  role: "catalogue",
  feature: "matching",
  expects: "refuse",
  hunts: "leaving out providers whose harvest failed",
  since: "0.1",
  writes: true,
  sequence: [
    "Kit->>Catalogue: POST providers",
    "Catalogue->>Party: harvest",
    "Note over Party: stops answering",
    "Catalogue-xParty: harvest",
    "Kit->>Catalogue: POST matches",
    "Catalogue-->>Kit: the offer of the last good snapshot",
  ],
  async run(t) {
    const party = await t.party({ offers: [{ id: "g", class: RARE, engineVersion: "16" }] });
    await party.harvested();
    party.answer("*", () => ({ status: 503, headers: {}, body: new Uint8Array() }));
    await party.harvestAgain(({ state }) => state === "stale");
    const must = [{ on: "engineVersion", is: "16" }];
    const [component] = componentsOf(t, await ask(t, { component: [{ class: RARE, must }] }));
    const result = listed(component).find(({ offer }) => offer === party.offer("g"));
    t.equal(result?.["verdict"], "compatible", "the verdict on the offer of a stale snapshot is");
  },
});
