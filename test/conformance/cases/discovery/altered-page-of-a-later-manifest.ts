import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { alterPages, shownOffers, threeOnPages } from "../../steps/pages-at-a-catalogue.ts";

export default defineCase({
  title: "A catalogue verifies new pages of a provider that it knows already",
  requirements: ["MPLI-DISC-033@f702583b"],
  role: "catalogue",
  feature: "core",
  expects: "refuse",
  hunts: "verifying a provider when it is registered, and trusting it from then on",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const party = await t.party(threeOnPages("0.41"));
    await party.harvested();
    await party.offers(threeOnPages("0.82").offers);
    alterPages(party, (turtle) => turtle.replaceAll("0.82", "0.28"));
    await party.harvestAgain(({ state }) => state !== "fresh");
    const { prices } = await shownOffers(t, party.did);
    t.that(!prices.has("0.28"), "no price of an altered page", [...prices].join(", "));
  },
});
