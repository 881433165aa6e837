import { defineCase } from "../../case.ts";
import { shownOffers, threeOnPages } from "../../steps/pages-at-a-catalogue.ts";

export default defineCase({
  title: "A catalogue knows the offers of all pages",
  requirements: ["MPLI-DISC-034@6d462e8a"],
  role: "catalogue",
  feature: "core",
  expects: "accept",
  hunts: "reading the head and the first page",
  since: "0.1",
  writes: true,
  sequence: [
    "Kit->>Catalogue: POST providers, the party's address",
    "Catalogue->>Party: GET manifest",
    "Party-->>Catalogue: a head that names three pages",
    "Catalogue->>Party: GET page (three times)",
    "Kit->>Catalogue: GET offers",
    "Catalogue-->>Kit: three offers, in one or more documents",
  ],
  async run(t) {
    const party = await t.party(threeOnPages());
    await party.harvested();
    const { offers } = await shownOffers(t, party.did);
    const wanted = ["one", "two", "three"].map((name) => party.offer(name));
    t.equal([...offers].sort(), wanted.sort(), "the offers that the catalogue shows are");
  },
});
