import { defineCase } from "../../case.ts";
import { expectNone, part, ware } from "../../steps/compositions.ts";

export default defineCase({
  title: "A component in no region is close to no other, however long the delay may be",
  requirements: ["MPLI-COMP-106@b100a5ce"],
  role: "node",
  feature: "composition",
  expects: "refuse",
  hunts: "a delay of 0 between two regions that are not stated",
  since: "0.1",
  writes: true,
  async run(t) {
    await t.shelf([ware("main", "main"), ware("side", "side")]);
    const together = [{ closeTogether: ["main", "side"], latency: "1 min" }];
    await expectNone(t, { component: [part("main"), part("side")], together }, ["main=main, side=side"]);
  },
});
