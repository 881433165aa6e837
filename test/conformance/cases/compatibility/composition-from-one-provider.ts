import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { compose, costs, expectCompositions, part, ware } from "../../steps/compositions.ts";

export default defineCase({
  title: "With the DID of one provider, all that is composed is its own, and an unknown one is refused",
  requirements: ["MPLI-COMP-113@a3e09c0b", "MPLI-COMP-114@051f45a9", "MPLI-COMP-102@a87c4768"],
  role: "catalogue",
  feature: "composition",
  expects: "refuse",
  hunts: "the cheaper offer of somebody else",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const dear = await t.party({
      offers: [ware("a-main", "main", costs("9")), ware("a-side", "side", costs("9"))],
    });
    const cheap = await t.party({
      offers: [ware("b-main", "main", costs("1")), ware("b-side", "side", costs("2"))],
    });
    for (const party of [dear, cheap]) await party.harvested();
    const demand = { component: [part("main"), part("side")] };
    const from = (provider: string) => `?${new URLSearchParams({ provider, alternatives: "10" })}`;
    await expectCompositions(t, demand, ["main=a-main, side=a-side"], from(dear.did));
    await expectCompositions(t, demand, ["main=b-main, side=b-side"], from(cheap.did));
    const stranger = await compose(t, demand, from(`${dear.did}0`));
    t.refusal(stranger, 404, "unknown-provider");
  },
});
