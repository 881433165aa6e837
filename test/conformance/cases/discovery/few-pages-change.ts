import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { lightOffers, mostOffers, putOnSale } from "../../steps/on-sale.ts";

export default defineCase({
  title: "A change of one offer leaves other pages as they are",
  requirements: ["MPLI-DISC-032@a9258e56"],
  role: "provider",
  feature: "core",
  expects: "accept",
  hunts: "pages filled in order, so that one new offer moves all that follow",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const most = mostOffers(t);
    const offers = lightOffers(most + 1);
    const before = new Set((await putOnSale(t, offers)).pages.map(({ url }) => url));
    // First in every order by name.
    const after = await putOnSale(t, [{ id: "a-new-one", class: "VirtualMachine" }, ...offers]);
    const changed = after.pages.filter(({ url }) => !before.has(url)).length;
    t.that(
      changed <= after.pages.length / 2,
      `few of ${after.pages.length} pages to change`,
      String(changed),
    );
  },
});
