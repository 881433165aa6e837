import { defineCase } from "../../case.ts";
import { changesAfter, newestChange } from "../../steps/feed.ts";
import { putOnSale } from "../../steps/on-sale.ts";

const OFFERS = [{ id: "vm", class: "VirtualMachine", vcpus: 2 }];

export default defineCase({
  title: "A new certification of the provider is no change of an offer",
  requirements: ["MPLI-DISC-039@eedac0f7"],
  role: "provider",
  feature: "changes",
  expects: "accept",
  hunts: "comparing documents, and calling every offer in a changed one changed",
  since: "0.1",
  writes: true,
  async run(t) {
    await putOnSale(t, OFFERS);
    const before = await newestChange(t);
    await putOnSale(t, OFFERS, { provider: { certification: [{ scheme: "ISO27001" }], country: "NL" } });
    const changes = await changesAfter(t, before);
    t.equal(
      changes.map(({ offer }) => offer),
      [],
      "the offers that changed are",
    );
  },
});
