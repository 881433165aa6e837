import { defineCase } from "../../case.ts";
import { decoy } from "../../steps/decoy.ts";
import type { Exam } from "../../exam.ts";
import { reply } from "../../parties/provider.ts";
import { machine } from "../../steps/wares.ts";

export default defineCase({
  title: "A catalogue finds the manifest through the node document, wherever it is",
  requirements: ["MPLI-CAT-008@c4e6709a", "MPLI-PROT-009@7f564bb0"],
  role: "catalogue",
  feature: "core",
  expects: "accept",
  hunts: "the path in the examples of the specification, taken for granted",
  since: "0.1",
  writes: true,
  sequence: [
    "Catalogue->>Provider: GET /.well-known/mpli",
    "Provider-->>Catalogue: endpoint.manifest is /kit/what-we-sell",
    "Catalogue->>Provider: GET /kit/what-we-sell",
    "Provider-->>Catalogue: 200",
  ],
  async run(t: Exam) {
    const party = await t.party({ offers: [machine("vm")] });
    party.answer("/manifest", () => reply(200, "text/turtle", decoy(party)));
    await party.harvested();
  },
});
