import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { statementsOf } from "../../steps/paging.ts";

export default defineCase({
  title: "A manifest has pages exactly when it is larger than the limits",
  requirements: ["MPLI-DISC-026@3cd2e76e", "MPLI-DISC-027@d08e2e03"],
  role: "provider",
  feature: "core",
  expects: "accept",
  hunts: "pages for every manifest, or for none",
  since: "0.1",
  async run(t: Exam) {
    const manifest = await t.manifest();
    const { offersPerPage = 0, statementsPerPage = 0 } = t.declared.limits;
    const [offers, statements] = [manifest.offers.length, statementsOf(manifest)];
    const isSmall = offers <= offersPerPage && statements <= statementsPerPage;
    const what = `${offers} offers and ${statements} statements`;
    const { length } = manifest.pages;
    if (isSmall) t.equal(length, 0, `the number of pages of ${what} is`);
    // One offer alone has a page at most, however large it is.
    else t.that(length > 1 || offers < 2, `pages of ${what}`, String(length));
  },
});
