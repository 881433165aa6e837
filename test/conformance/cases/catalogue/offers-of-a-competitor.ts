import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { machine } from "../../steps/wares.ts";

export default defineCase({
  title: "An offer that is named outside the origin of its manifest is rejected",
  requirements: ["MPLI-CAT-015@1de12de7"],
  role: "catalogue",
  feature: "core",
  expects: "refuse",
  hunts: "selling in a competitor's name",
  since: "0.1",
  writes: true,
  sequence: [
    "Catalogue->>Provider: GET manifest",
    "Provider-->>Catalogue: offers of https://competitor.example",
  ],
  async run(t: Exam) {
    const party = await t.party();
    const { host } = new URL(party.origin);
    for (const id of [
      "https://competitor.example/offers/vm",
      `${party.origin}@competitor.example/offers/vm`,
      `https://competitor.example/${host}/offers/vm`,
      "urn:uuid:5f4e0e4c-6d1a-4c43-9a52-0f5f7f0b6a11",
    ]) {
      await party.offers([machine("own"), { ...machine("vm"), id }]);
      await party.rejected();
      await party.withdraw();
    }
  },
});
