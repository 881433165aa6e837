import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { offersAddress, walk } from "../../steps/offers-walk.ts";
import { listedProviders } from "../../parties/registration.ts";

export default defineCase({
  title: "A walk over all providers goes from each document to the next, and ends",
  requirements: ["MPLI-CAT-036@7d8535b9", "MPLI-CAT-037@2b7fec9f"],
  role: "catalogue",
  feature: "core",
  expects: "accept",
  hunts: "a position that two providers share, or a link back to where the walk was",
  since: "0.1",
  async run(t: Exam) {
    const before = await listedProviders(t);
    const total = before.reduce((sum, { offers }) => sum + (Number(offers) || 0), 0);
    if (total === 0) t.cannotTell("the catalogue has no offers");
    const documents = await walk(t, offersAddress(t), 40);
    const shown = new Set(documents.flatMap(({ offers }) => offers)).size;
    const state = (entries: typeof before) => JSON.stringify(entries.map(({ id, digest }) => [id, digest]));
    if (state(before) !== state(await listedProviders(t))) t.cannotTell("a manifest changed meanwhile");
    t.equal(shown, total, "the number of offers on the walk is");
  },
});
