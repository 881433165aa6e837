import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { type Below, below, layered, receiptOf } from "../../steps/layers.ts";
import { digestOf } from "../../steps/orders.ts";

export default defineCase({
  title: "A receipt names the receipts directly below by their digests",
  requirements: ["MPLI-DEL-094@01234406"],
  role: "provider",
  feature: "delivery",
  expects: "accept",
  hunts: "a chain from which a layer can be taken out",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const direct: Below[] = [];
    const { one } = await layered(t, "none", (order) => {
      direct.push(below(order), below(order));
      const deeper = direct.map((each) => below(each.order).receipt);
      return [...deeper, ...direct.map(({ receipt }) => receipt)];
    });
    const shown = await receiptOf(t, one);
    const expected = direct.map(({ receipt }) => digestOf(receipt)).toSorted();
    t.equal(shown.below.map(({ digest }) => digest).toSorted(), expected, "the digests in `below` are");
  },
});
