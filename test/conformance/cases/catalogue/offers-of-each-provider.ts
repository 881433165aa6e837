import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { offersAddress, offersAt } from "../../steps/offers-walk.ts";
import { listedProviders } from "../../parties/registration.ts";

export default defineCase({
  title: "Whatever the catalogue holds, the documents of a provider are its own",
  requirements: ["MPLI-CAT-035@77630f74"],
  role: "catalogue",
  feature: "core",
  expects: "refuse",
  hunts: "a filter on the offers and not on the documents",
  since: "0.1",
  async run(t: Exam) {
    const entries = (await listedProviders(t)).filter(({ offers }) => Number(offers) > 0).slice(0, 3);
    if (entries.length === 0) t.cannotTell("no provider was harvested");
    for (const { id, node } of entries) {
      const document = await offersAt(t, offersAddress(t, { provider: String(id) }));
      const foreign = document?.offers.find((offer) => new URL(t.address(offer)).origin !== node);
      t.that(document !== undefined, `documents of ${id}`, "no-more-offers");
      t.that(foreign === undefined, `offers of ${node} only`, String(foreign));
    }
  },
});
