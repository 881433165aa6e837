import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { machine } from "../../steps/wares.ts";

export default defineCase({
  title: "Of a manifest in which one offer changed, the catalogue fetches the page of that offer only",
  requirements: ["MPLI-CAT-012@3be94e27"],
  role: "catalogue",
  feature: "core",
  expects: "refuse",
  hunts: "fetching every page whenever the head has changed",
  since: "0.1",
  writes: true,
  sequence: [
    "Catalogue->>Provider: GET manifest",
    "Provider-->>Catalogue: a head with one new page of three",
    "Catalogue->>Provider: GET the new page",
    "Provider-->>Catalogue: 200",
  ],
  async run(t: Exam) {
    const party = await t.party({ offers: ["a", "b", "c"].map((id) => machine(id)), pageSize: 1 });
    await party.harvested();
    const known = new Set(party.pages().map(({ path }) => path));
    const before = party.asked.length;
    await party.offers([machine("a"), machine("b", "0.99"), machine("c")]);
    await party.harvestAgain(
      ({ digest, state }) => digest === party.digest() && state === "fresh",
      "at the new manifest",
    );
    const again = party.asked.slice(before).filter(({ path }) => known.has(path));
    t.equal(
      again.map(({ path }) => path),
      [],
      "pages that were fetched though they are known:",
    );
  },
});
