import { defineCase } from "../../case.ts";
import { writesJsonLd } from "../../steps/json-ld-manifests.ts";

export default defineCase({
  title: "A catalogue harvests a manifest that is written with the context of MPLI",
  requirements: ["MPLI-PROT-023@71f48151"],
  role: "catalogue",
  feature: "core",
  expects: "accept",
  hunts: "a harvester that reads Turtle only, or that has no copy of the context",
  since: "0.1",
  writes: true,
  sequence: ["Catalogue->>Kit: GET manifest", "Kit-->>Catalogue: JSON-LD"],
  async run(t) {
    const party = await t.party();
    writesJsonLd(party, (document) => document);
    await party.register();
    await party.listed(
      ({ state, digest }) => state === "fresh" && digest !== undefined,
      "harvested and fresh",
    );
  },
});
