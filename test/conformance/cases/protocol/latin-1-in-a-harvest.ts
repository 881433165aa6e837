import { defineCase } from "../../case.ts";
import { writesJsonLd } from "../../steps/json-ld-manifests.ts";

export default defineCase({
  title: "A catalogue rejects a manifest that is not UTF-8",
  requirements: ["MPLI-PROT-027@0dcc673a"],
  role: "catalogue",
  feature: "core",
  expects: "refuse",
  hunts: "a client library that decodes leniently what it fetches",
  since: "0.1",
  writes: true,
  sequence: ["Catalogue->>Kit: GET manifest", "Kit-->>Catalogue: JSON-LD in Latin-1"],
  async run(t) {
    const party = await t.party();
    writesJsonLd(party, (document) =>
      Uint8Array.from(JSON.stringify({ ...document, title: "Z\u00fcrich" }), (one) => one.charCodeAt(0)),
    );
    await party.rejected();
  },
});
