import { defineCase } from "../../case.ts";
import { expectCompositions, expectNone, part, ware } from "../../steps/compositions.ts";

export default defineCase({
  title: "A single provider cannot be two different ones",
  requirements: ["MPLI-COMP-106@b100a5ce", "MPLI-COMP-108@f80fde0f"],
  role: "provider",
  feature: "composition",
  expects: "refuse",
  hunts: "comparing offers where providers are to differ",
  since: "0.1",
  writes: true,
  async run(t) {
    await t.shelf([ware("main", "main"), ware("side", "side")]);
    const component = [part("main"), part("side")];
    const all = ["main=main, side=side"];
    await expectCompositions(t, { component, together: [{ sameProvider: ["main", "side"] }] }, all);
    await expectCompositions(t, { component, together: [{ maxProviders: 1 }] }, all);
    await expectNone(t, { component, together: [{ differentProvider: ["main", "side"] }] }, all);
  },
});
