import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { putOnSale } from "../../steps/on-sale.ts";
import { eachOfferOnOnePage, withinLimits } from "../../steps/paging.ts";

const OFFERS = 20;

export default defineCase({
  title: "A few offers with very many facts are split as well",
  requirements: ["MPLI-DISC-027@d08e2e03", "MPLI-DISC-025@794983d9"],
  role: "provider",
  feature: "core",
  expects: "accept",
  hunts: "counting offers, and not statements",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const { statementsPerPage, offersPerPage = 0 } = t.declared.limits;
    if (!statementsPerPage) t.fail("`statementsPerPage` in `limits` of the node document", "none");
    if (statementsPerPage > 20_000)
      t.cannotTell(`${statementsPerPage} statements are more than the kit sends`);
    if (offersPerPage < OFFERS) t.cannotTell("a few offers are too many for one document anyway");
    const versions = Array.from(
      { length: Math.ceil(statementsPerPage / OFFERS) },
      (_, index) => `1.${index}`,
    );
    const offers = Array.from({ length: OFFERS }, (_, index) => ({
      id: `versions-${index}`,
      class: "KubernetesCluster",
      kubernetesVersion: versions,
    }));
    const manifest = await putOnSale(t, offers);
    t.that(manifest.pages.length > 1, `pages of more than ${statementsPerPage} statements`, "one document");
    withinLimits(t, manifest);
    eachOfferOnOnePage(t, manifest);
  },
});
