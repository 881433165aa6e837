import { defineCase } from "../../case.ts";
import { writesJsonLd } from "../../steps/json-ld-manifests.ts";

export default defineCase({
  title: "A catalogue rejects a manifest with a member that no context defines",
  requirements: ["MPLI-PROT-025@cd02ac45"],
  role: "catalogue",
  feature: "core",
  expects: "refuse",
  hunts: "a harvester that is more lenient than the door of publication",
  since: "0.1",
  writes: true,
  sequence: ["Catalogue->>Kit: GET manifest", "Kit-->>Catalogue: JSON-LD with a misspelt member"],
  async run(t) {
    const party = await t.party();
    writesJsonLd(party, (document) => ({ ...document, tittle: "Conformance kit" }));
    await party.rejected();
  },
});
