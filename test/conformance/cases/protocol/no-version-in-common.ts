import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { wasAskedFor } from "../../steps/json-ld-manifests.ts";

export default defineCase({
  title: "A catalogue does not go on with a provider with which it has no version in common",
  requirements: ["MPLI-PROT-047@eae8d03b"],
  role: "catalogue",
  feature: "core",
  expects: "refuse",
  hunts: "reading a manifest as if nothing had changed since",
  since: "0.1",
  writes: true,
  sequence: [
    "Catalogue->>Kit: GET /.well-known/mpli",
    "Kit-->>Catalogue: 77.0, and no request for the manifest",
  ],
  async run(t: Exam) {
    const party = await t.party({ node: { protocolVersion: ["77.0", "77.1"] } });
    await party.rejected();
    t.that(!wasAskedFor(party, party.manifestAddress), "no request for the manifest", "a request for it");
  },
});
