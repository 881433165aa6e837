import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { offersAddress, showsExactly, walk } from "../../steps/offers-walk.ts";
import { machine } from "../../steps/wares.ts";

export default defineCase({
  title:
    "Each page of a large manifest is one document among the offers, linked to the next but for the last",
  requirements: ["MPLI-CAT-033@950a86fc", "MPLI-CAT-036@7d8535b9", "MPLI-CAT-037@2b7fec9f"],
  role: "catalogue",
  feature: "core",
  expects: "accept",
  hunts: "losing the first, the last or every second page",
  since: "0.1",
  writes: true,
  sequence: [
    "Kit->>Catalogue: GET offers?provider=\u2026",
    "Catalogue-->>Kit: 200, Link rel=next",
    "Kit->>Catalogue: GET the next page",
    "Catalogue-->>Kit: 200, without a next link",
  ],
  async run(t: Exam) {
    const party = await t.party({ offers: ["a", "b", "c", "d", "e"].map((id) => machine(id)), pageSize: 2 });
    await party.harvested();
    await showsExactly(
      t,
      party,
      party.pages().map(({ digest }) => digest),
    );
    const documents = await walk(t, offersAddress(t, { provider: party.did }));
    const offers = documents.flatMap((document) => document.offers).toSorted();
    t.equal(offers, ["a", "b", "c", "d", "e"].map(party.offer), "the offers on the walk are");
  },
});
