import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { contextOf, wasAskedFor, withContext, writesJsonLd } from "../../steps/json-ld-manifests.ts";

export default defineCase({
  title: "A catalogue does not fetch the context that a manifest names, though it fetches the manifest",
  requirements: ["MPLI-PROT-022@8d0f8763", "MPLI-PROT-024@6d9c12d6"],
  role: "catalogue",
  feature: "core",
  expects: "refuse",
  hunts: "a provider that decides later what its manifest has meant",
  since: "0.1",
  writes: true,
  sequence: ["Catalogue->>Kit: GET manifest", "Kit-->>Catalogue: JSON-LD with a context at the kit"],
  async run(t: Exam) {
    const party = await t.party();
    const context = contextOf(party);
    writesJsonLd(party, (document) => withContext(document, context));
    await party.rejected();
    t.that(!wasAskedFor(party, context), "no request for the context", `a request for ${context}`);
  },
});
