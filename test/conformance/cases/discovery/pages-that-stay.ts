import { defineCase } from "../../case.ts";
import { shownOffers, threeOnPages } from "../../steps/pages-at-a-catalogue.ts";

export default defineCase({
  title:
    "A page that the new head still names stays part of the manifest, and one that it no longer names does not",
  requirements: ["MPLI-DISC-034@6d462e8a"],
  role: "catalogue",
  feature: "core",
  expects: "accept",
  hunts: "keeping the pages of the last harvest, or only those that were fetched by this one",
  since: "0.1",
  writes: true,
  async run(t) {
    const { offers: before, ...settings } = threeOnPages();
    const party = await t.party({ ...settings, offers: before });
    await party.harvested();
    await party.offers([...before.slice(1), { id: "four", class: "VirtualMachine" }]);
    const wanted = party.digest();
    await party.harvestAgain(({ digest, state }) => digest === wanted && state === "fresh");
    const { offers } = await shownOffers(t, party.did);
    const names = ["two", "three", "four"].map((name) => party.offer(name));
    t.equal([...offers].sort(), names.sort(), "the offers that the catalogue shows are");
  },
});
