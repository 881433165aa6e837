import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { changesAfter, newestChange } from "../../steps/feed.ts";
import { putOnSale } from "../../steps/on-sale.ts";
import { ownGraph } from "../../steps/own-graph.ts";

const offer = (amount: string) => ({
  id: "whole",
  class: "RelationalDatabase",
  name: "With all kinds of facts",
  engineVersion: ["15", "16"],
  memory: "32 GiBy",
  region: ["/regions/one"],
  price: [
    { amount, currency: "EUR", per: "hour" },
    { amount: "0.02", currency: "EUR", per: "unit", unit: "GBy", tier: { from: "0", to: "100" } },
  ],
});
const BESIDE = {
  provider: { certification: [{ scheme: "ISO27001" }] },
  place: [{ id: "/regions/one", type: "Region", name: "One", within: "NL" }],
};

export default defineCase({
  title:
    "The digest of a creation and of an update is that of all that is said of the offer, and of nothing else",
  requirements: ["MPLI-DISC-043@79412d89"],
  role: "provider",
  feature: "changes",
  expects: "accept",
  hunts: "leaving out the prices, or taking in the link from the manifest or the region",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    for (const amount of ["0.41", "0.42"]) {
      const before = await newestChange(t);
      const { whole } = await putOnSale(t, [offer(amount)], BESIDE);
      const iri = new URL("/offers/whole", t.endpoint("manifest")).href;
      const change = (await changesAfter(t, before)).find((one) => one.offer === iri);
      t.that(change !== undefined, `a change of ${iri}`, "none");
      t.equal(change.digest, await ownGraph(whole, iri).digest(), `the digest of ${change.kinds.join()} is`);
    }
  },
});
