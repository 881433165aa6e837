import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { parseGraph } from "../../graph.ts";
import { lightOffers, mostOffers, putOnSale } from "../../steps/on-sale.ts";
import { ownGraph } from "../../steps/own-graph.ts";
import { eachOfferOnOnePage, withinLimits } from "../../steps/paging.ts";
import { manifestWith } from "../../steps/publications.ts";

const RICH = {
  id: "rich",
  class: "RelationalDatabase",
  name: "With facts, and nodes without names",
  engineVersion: ["15", "16"],
  memory: "32 GiBy",
  price: [
    { amount: "0.41", currency: "EUR", per: "hour" },
    { amount: "0.02", currency: "EUR", per: "unit", unit: "GBy", tier: { from: "0", to: "100" } },
  ],
};

export default defineCase({
  title: "One offer too many makes a head and pages, and nothing is lost",
  requirements: ["MPLI-DISC-027@d08e2e03", "MPLI-DISC-028@c77c7b8d", "MPLI-DISC-025@794983d9"],
  role: "provider",
  feature: "core",
  expects: "accept",
  hunts: "a document over the limit, an offer between two pages, or a price that stays behind",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const offers = [RICH, ...lightOffers(mostOffers(t))];
    const manifest = await putOnSale(t, offers);
    t.that(manifest.pages.length > 1, `pages of ${offers.length} offers`, "one document");
    t.equal(new Set(manifest.offers).size, offers.length, "the number of offers on all pages is");
    withinLimits(t, manifest);
    eachOfferOnOnePage(t, manifest);
    const address = t.endpoint("manifest");
    const rich = new URL("/offers/rich", address).href;
    const sent = await parseGraph(JSON.stringify(manifestWith(t, [RICH])), "application/ld+json", address);
    const [wanted, served] = [ownGraph(sent, rich), ownGraph(manifest.whole, rich)];
    const isWhole = (await served.canonical()) === (await wanted.canonical());
    t.that(isWhole, `the ${wanted.size} statements of ${rich} on its page`, `${served.size} statements`);
  },
});
