import { defineCase } from "../../case.ts";
import { expectNone, part, ware } from "../../steps/compositions.ts";

export default defineCase({
  title: "A component in no region is in the same region as no other",
  requirements: ["MPLI-COMP-106@b100a5ce"],
  role: "node",
  feature: "composition",
  expects: "refuse",
  hunts: "comparing two regions that are not stated, and finding them the same",
  since: "0.1",
  writes: true,
  async run(t) {
    await t.shelf([ware("main", "main"), ware("side", "side")]);
    const component = [part("main"), part("side")];
    await expectNone(t, { component, together: [{ sameRegion: ["main", "side"] }] }, [
      "main=main, side=side",
    ]);
  },
});
