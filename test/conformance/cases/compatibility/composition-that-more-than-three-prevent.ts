import { defineCase } from "../../case.ts";
import { compose, compositionsIn, expectRemovals, part, reportOf, ware } from "../../steps/compositions.ts";
import { PLACES } from "../../steps/prices.ts";

export default defineCase({
  title: "Where four joint requirements would have to go, no set is named, and the outcome is the same",
  requirements: ["MPLI-COMP-110@4a9f4637"],
  role: "node",
  feature: "composition",
  expects: "refuse",
  hunts: "searching all sets for as long as it takes",
  since: "0.1",
  writes: true,
  async run(t) {
    const offers = ["a", "b", "c", "d", "e"].map((kind, index) =>
      ware(kind, kind, index === 0 ? { region: "/regions/ams" } : {}),
    );
    await t.shelf(offers, { place: PLACES });
    const component = ["a", "b", "c", "d", "e"].map((kind) => part(kind));
    const beside = (kinds: readonly string[]) => kinds.map((kind) => ({ sameRegion: ["a", kind] }));
    await expectRemovals(t, { component, together: beside(["b", "c", "d"]) }, [beside(["b", "c", "d"])]);
    await expectRemovals(t, { component, together: beside(["b", "c", "d", "e"]) }, []);
    const report = reportOf(t, await compose(t, { component, together: beside(["b", "c", "d", "e"]) }));
    t.equal(
      [report["outcome"], compositionsIn(report)],
      ["infeasible", []],
      "the outcome and the compositions are",
    );
  },
});
