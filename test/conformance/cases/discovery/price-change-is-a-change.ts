import { defineCase } from "../../case.ts";
import { changesAfter, newestChange } from "../../steps/feed.ts";
import { putOnSale } from "../../steps/on-sale.ts";

const offer = (amount: string, to: string) => ({
  id: "tiered",
  class: "VirtualMachine",
  price: [{ amount, currency: "EUR", per: "unit", unit: "GBy.mo", tier: { from: "0", to } }],
});

export default defineCase({
  title: "A new price, or a new end of its tier, is an update of the offer",
  requirements: ["MPLI-DISC-039@eedac0f7", "MPLI-DISC-040@f6adafd1"],
  role: "provider",
  feature: "changes",
  expects: "accept",
  hunts: "comparing what is said of the offer itself, and not what hangs from it",
  since: "0.1",
  writes: true,
  async run(t) {
    await putOnSale(t, [offer("0.10", "100")]);
    for (const [amount, to] of [
      ["0.20", "100"],
      ["0.20", "200"],
    ] as const) {
      const before = await newestChange(t);
      await putOnSale(t, [offer(amount, to)]);
      const kinds = (await changesAfter(t, before)).map((change) => change.kinds.join());
      t.equal(kinds, ["Update"], `the changes by a price of ${amount} up to ${to} are`);
    }
  },
});
