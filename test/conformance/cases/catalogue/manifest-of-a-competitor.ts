import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { machine } from "../../steps/wares.ts";

export default defineCase({
  title: "A manifest that names another provider than the one of its origin is rejected",
  requirements: ["MPLI-CAT-009@5a53f31f"],
  role: "catalogue",
  feature: "core",
  expects: "refuse",
  hunts: "believing whoever a manifest says it is from",
  since: "0.1",
  writes: true,
  sequence: [
    "Catalogue->>Provider: GET manifest",
    "Provider-->>Catalogue: a manifest of did:web:competitor.example",
  ],
  async run(t: Exam) {
    const party = await t.party({ offers: [machine("vm")], provider: { id: "did:web:competitor.example" } });
    await party.rejected();
  },
});
