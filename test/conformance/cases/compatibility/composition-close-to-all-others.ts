import { defineCase } from "../../case.ts";
import { expectCompositions, part, ware } from "../../steps/compositions.ts";
import { PLACES } from "../../steps/prices.ts";

export default defineCase({
  title: "Every two of the components that are to be close together are, and not each to the first alone",
  requirements: ["MPLI-COMP-106@b100a5ce"],
  role: "node",
  feature: "composition",
  expects: "refuse",
  hunts: "measuring from the first component",
  since: "0.1",
  writes: true,
  async run(t) {
    const offers = [
      ["one", "ams"],
      ["two", "ber"],
      ["three", "nyc"],
    ].map(([kind = "", region]) => ware(kind, kind, { region: `/regions/${region}` }));
    const shelf = await t.shelf(offers, { place: PLACES });
    const row = (from: string, to: string, latency: string) => ({
      between: [from, to].map((region) => new URL(`/regions/${region}`, shelf.offer("one")).href),
      latency,
    });
    const component = [part("one"), part("two"), part("three")];
    const all = ["one=one@ams, three=three@nyc, two=two@ber"];
    const pairs = [
      ["ams", "ber"],
      ["ams", "nyc"],
      ["ber", "nyc"],
    ] as const;
    const together = [{ closeTogether: ["one", "two", "three"], latency: "10 ms" }];
    const table = (far?: number) =>
      pairs.map(([from, to], index) => row(from, to, index === far ? "11 ms" : "10 ms"));
    await expectCompositions(t, { component, together, latencyTable: table() }, all);
    for (const far of pairs.keys())
      await expectCompositions(t, { component, together, latencyTable: table(far) }, []);
  },
});
