import { defineCase } from "../../case.ts";
import { offersAddress, offersAt } from "../../steps/offers-walk.ts";
import { writesJsonLd } from "../../steps/json-ld-manifests.ts";

const AMOUNT = "0.1234567890123456789";

export default defineCase({
  title: "A catalogue that cannot keep all digits of a number rejects the manifest, and rounds nothing",
  requirements: ["MPLI-PROT-054@f33402ff"],
  role: "catalogue",
  feature: "core",
  expects: "refuse",
  hunts: "JSON.parse, which keeps some 17 digits of a number and says nothing",
  since: "0.1",
  writes: true,
  async run(t) {
    const party = await t.party();
    writesJsonLd(party, (document) =>
      JSON.stringify({
        ...document,
        offer: [
          {
            id: "/offers/vm",
            type: "Offer",
            class: "VirtualMachine",
            price: [{ amount: "AMOUNT", currency: "EUR", per: "hour" }],
          },
        ],
      }).replace('"AMOUNT"', AMOUNT),
    );
    await party.register();
    const { digest } = await party.listed(
      (entry) => entry["problem"] !== undefined || entry["digest"] !== undefined,
    );
    if (digest === undefined) return;
    const shown = await offersAt(t, offersAddress(t, { provider: party.did }));
    const amounts = shown?.graph.store.getObjects(null, "http://schema.org/price", null) ?? [];
    t.equal(
      amounts.map(({ value }) => value),
      [AMOUNT],
      "the amounts of the offer that was harvested are",
    );
  },
});
