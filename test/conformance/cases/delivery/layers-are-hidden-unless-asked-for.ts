import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { type Below, below, layered, receiptOf } from "../../steps/layers.ts";

export default defineCase({
  title: "Nothing but digests and what holds for all is told of the layers below",
  requirements: ["MPLI-DEL-096@d58ac939"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "a name that comes along where none was to be told",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    let layer: Below | undefined;
    const { one } = await layered(t, "none", (order) => {
      layer = below(order);
      return [layer.receipt, below(layer.order).receipt];
    });
    const shown = await receiptOf(t, one);
    t.equal(shown.others, [], "`below` of the answer is");
    t.equal(Object.keys(shown.below[0] ?? {}), ["digest"], "the members of a layer below are");
    const secret = [layer?.by.did ?? "", layer?.order ?? "", "below.conformance.example"];
    const told = secret.filter((each) => shown.text.includes(each));
    t.equal(told, [], "what the receipt tells of who is below is");
    t.equal(shown.every["layers"], 2, "`layers` of `every`, by what the layer below states, is");
  },
});
