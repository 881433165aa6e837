import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { alterPages, shownOffers, threeOnPages } from "../../steps/pages-at-a-catalogue.ts";

export default defineCase({
  title: "A catalogue does not take a page that is not the one that the head names",
  requirements: ["MPLI-DISC-033@f702583b"],
  role: "catalogue",
  feature: "core",
  expects: "refuse",
  hunts: "trusting the address or the entity tag of a page, which both carry the right digest",
  since: "0.1",
  writes: true,
  sequence: [
    "Kit->>Catalogue: POST providers, the party's address",
    "Catalogue->>Party: GET manifest",
    "Party-->>Catalogue: a head that names three pages",
    "Catalogue->>Party: GET page",
    "Party-->>Catalogue: the page with another price",
    "Kit->>Catalogue: GET offers",
    "Catalogue-->>Kit: none of the party's",
  ],
  async run(t: Exam) {
    const party = await t.party(threeOnPages("0.41"));
    alterPages(party, (turtle) => turtle.replaceAll("0.41", "0.14"));
    await party.register();
    const { state } = await party.listed((entry) => entry["state"] !== "waiting");
    t.that(state !== "fresh", "no good harvest of altered pages", String(state));
    const { offers } = await shownOffers(t, party.did);
    t.equal([...offers], [], "the offers shown of altered pages are");
  },
});
