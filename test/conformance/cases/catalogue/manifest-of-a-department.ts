import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { machine } from "../../steps/wares.ts";

export default defineCase({
  title: "So is one whose provider only begins like the DID of its origin",
  requirements: ["MPLI-CAT-009@5a53f31f"],
  role: "catalogue",
  feature: "core",
  expects: "refuse",
  hunts: "comparing the beginning, or the host alone",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const party = await t.party();
    for (const id of [`${party.did}:sales`, `${party.did}.competitor.example`, "did:web:localhost"]) {
      await party.offers([machine("vm")], { provider: { id } });
      await party.rejected();
      await party.withdraw();
    }
  },
});
