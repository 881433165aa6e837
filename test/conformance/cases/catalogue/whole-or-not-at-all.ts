import { defineCase } from "../../case.ts";
import { decoy } from "../../steps/decoy.ts";
import type { Exam } from "../../exam.ts";
import { showsExactly } from "../../steps/offers-walk.ts";
import { MANIFEST, reply } from "../../parties/provider.ts";
import { machine } from "../../steps/wares.ts";

export default defineCase({
  title: "Nothing of a manifest is shown when one of its pages is rejected",
  requirements: ["MPLI-CAT-023@e2ce9860", "MPLI-CAT-024@4e481855"],
  role: "catalogue",
  feature: "core",
  expects: "refuse",
  hunts: "taking the pages one by one",
  since: "0.1",
  writes: true,
  sequence: [
    "Catalogue->>Provider: GET two pages",
    "Provider-->>Catalogue: 200",
    "Catalogue->>Provider: GET the third",
    "Provider-->>Catalogue: another graph than the head says",
    "Kit->>Catalogue: GET offers",
    "Catalogue-->>Kit: the documents of the manifest before",
  ],
  async run(t: Exam) {
    const party = await t.party({ offers: ["a", "b", "c"].map((id) => machine(id)), pageSize: 1 });
    const good = await party.harvested();
    const before = party.pages().map(({ digest }) => digest);
    await party.offers(["a", "b", "c"].map((id) => machine(id, "0.20")));
    // In whichever order they are fetched, the pages before the last one are good.
    const asked = new Set<string>();
    party.answer(`${MANIFEST}/pages/*`, ({ url }, usual) =>
      asked.add(url).size < 3 ? usual : reply(200, "text/turtle", decoy(party)),
    );
    const entry = await party.harvestAgain(({ state }) => state === "stale", "stale after a failed harvest");
    t.equal(entry["digest"], good["digest"], "the digest after a failed harvest is");
    await showsExactly(t, party, before);
  },
});
