import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import {
  choicesIn,
  compose,
  compositionsIn,
  expectCompositions,
  part,
  reportOf,
  ware,
} from "../../steps/compositions.ts";

export default defineCase({
  title: "No two of the components that are to have different providers have the same",
  requirements: ["MPLI-COMP-106@b100a5ce"],
  role: "catalogue",
  feature: "composition",
  expects: "refuse",
  hunts: "taking two of three for enough",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const sold = (party: string) => ["one", "two", "three"].map((kind) => ware(`${party}-${kind}`, kind));
    const parties = [await t.party({ offers: sold("a") }), await t.party({ offers: sold("b") })];
    for (const party of parties) await party.harvested();
    const component = [part("one"), part("two"), part("three")];
    const some = { component, together: [{ differentProvider: ["one", "two"] }] };
    const report = reportOf(t, await compose(t, some, "?alternatives=10"));
    const providers = compositionsIn(report).map((each) => {
      const of = new Map(choicesIn(each).map((choice) => [choice["component"], choice["provider"]]));
      return [of.get("one"), of.get("two")];
    });
    t.equal(providers.length, 4, "the compositions with two different providers are so many:");
    t.that(
      providers.every(([one, two]) => one !== two),
      "two different providers",
      JSON.stringify(providers),
    );
    await expectCompositions(
      t,
      { component, together: [{ differentProvider: ["one", "two", "three"] }] },
      [],
    );
  },
});
