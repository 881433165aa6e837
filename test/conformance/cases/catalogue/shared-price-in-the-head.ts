import { defineCase } from "../../case.ts";
import { database, machine } from "../../steps/wares.ts";

export default defineCase({
  title: "A page keeps the shapes with a price that stands in the head, since other pages share it",
  requirements: ["MPLI-CAT-014@dfd1a026", "MPLI-DISC-034@6d462e8a"],
  role: "catalogue",
  feature: "core",
  expects: "accept",
  hunts: "a page that is judged as if it were the whole manifest",
  since: "0.1",
  writes: true,
  async run(t) {
    const price = [{ id: "/prices/basic", amount: "0.10", currency: "EUR", per: "hour" }];
    const [first, second] = [{ ...machine("vm"), price: ["/prices/basic"] }, database("pg")];
    const party = await t.party({
      offers: [first, { ...second, price: ["/prices/basic"] }],
      pageSize: 1,
      manifest: { "@included": price },
    });
    await party.harvested();
  },
});
