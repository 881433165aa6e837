import { defineCase } from "../../case.ts";
import { writesJsonLd } from "../../steps/json-ld-manifests.ts";

export default defineCase({
  title: "A catalogue rejects a manifest in which an object has two members of one name",
  requirements: ["MPLI-PROT-026@6bb1ecdd"],
  role: "catalogue",
  feature: "core",
  expects: "refuse",
  hunts: "a check of bodies at the door, and none of what is fetched",
  since: "0.1",
  writes: true,
  sequence: ["Catalogue->>Kit: GET manifest", 'Kit-->>Catalogue: {"title":"one","title":"two",…}'],
  async run(t) {
    const party = await t.party();
    writesJsonLd(party, (document) => JSON.stringify(document).replace("{", '{"title":"one","title":"two",'));
    await party.rejected();
  },
});
