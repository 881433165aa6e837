import { defineCase } from "../../case.ts";
import { writesJsonLd } from "../../steps/json-ld-manifests.ts";

export default defineCase({
  title: "A catalogue rejects a manifest with an unknown context inside one of its offers",
  requirements: ["MPLI-PROT-024@6d9c12d6"],
  role: "catalogue",
  feature: "core",
  expects: "refuse",
  hunts: "looking at the context of the document, and passing over those inside",
  since: "0.1",
  writes: true,
  sequence: ["Catalogue->>Kit: GET manifest", "Kit-->>Catalogue: JSON-LD with a context in an offer"],
  async run(t) {
    const party = await t.party();
    const inner = { "@context": "https://kit.example/context/v1" };
    writesJsonLd(party, ({ offer, ...rest }) => ({
      ...rest,
      offer: [offer].flat().map((one) => ({ ...inner, ...(one as object) })),
    }));
    await party.rejected();
  },
});
