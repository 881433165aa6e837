import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { below, layered, receiptOf } from "../../steps/layers.ts";

export default defineCase({
  title: "The receipts of all layers are handed over where they were asked for",
  requirements: ["MPLI-DEL-098@b1d38e55"],
  role: "provider",
  feature: "delivery",
  expects: "accept",
  hunts: "a chain that cannot be checked to its end",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const receipts: string[] = [];
    const { one } = await layered(t, "full", (order) => {
      const first = below(order);
      receipts.push(first.receipt, below(first.order).receipt, below(order).receipt);
      return receipts;
    });
    const { others } = await receiptOf(t, one);
    t.equal(others.toSorted(), receipts.toSorted(), "the receipts in `below` of the answer are");
  },
});
