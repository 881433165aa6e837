import { defineCase } from "../../case.ts";
import { lightOffers, mostOffers, putOnSale } from "../../steps/on-sale.ts";
import { statementsOf } from "../../steps/paging.ts";

export default defineCase({
  title: "A manifest with as many offers as one document may have is one document",
  requirements: ["MPLI-DISC-026@3cd2e76e"],
  role: "provider",
  feature: "core",
  expects: "accept",
  hunts: "a limit that is reached one offer too early",
  since: "0.1",
  writes: true,
  async run(t) {
    const most = mostOffers(t);
    const manifest = await putOnSale(t, lightOffers(most));
    const { statementsPerPage = 0 } = t.declared.limits;
    if (statementsOf(manifest) > statementsPerPage) t.cannotTell("the limit of statements is reached before");
    t.equal(manifest.pages.length, 0, `the number of pages of ${most} offers is`);
    t.equal(manifest.offers.length, most, "the number of offers in the one document is");
  },
});
