import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { wasAskedFor } from "../../steps/json-ld-manifests.ts";

export default defineCase({
  title: "The version 0.10 is another than 0.1",
  requirements: ["MPLI-PROT-047@eae8d03b"],
  role: "catalogue",
  feature: "core",
  expects: "refuse",
  hunts: "comparing versions as decimals, or by how they begin",
  since: "0.1",
  writes: true,
  sequence: [
    "Catalogue->>Kit: GET /.well-known/mpli",
    "Kit-->>Catalogue: 0.10, and no request for the manifest",
  ],
  async run(t: Exam) {
    // A catalogue that speaks 0.10 lists it, since versions are listed one by one.
    if (t.declared.versions.includes("0.10")) t.inapplicable("the target speaks the version 0.10");
    const party = await t.party({ node: { protocolVersion: ["0.10"] } });
    await party.rejected();
    t.that(!wasAskedFor(party, party.manifestAddress), "no request for the manifest", "a request for it");
  },
});
