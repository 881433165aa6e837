import { defineCase } from "../../case.ts";
import { costs, expectCompositions, part, ware } from "../../steps/compositions.ts";

export default defineCase({
  title: "All components together have at most so many providers",
  requirements: ["MPLI-COMP-106@b100a5ce"],
  role: "catalogue",
  feature: "composition",
  expects: "refuse",
  hunts: "counting the providers of two components, or offers in place of providers",
  since: "0.1",
  writes: true,
  async run(t) {
    const parties = [
      await t.party({
        offers: [
          ware("a-one", "one", costs("1")),
          ware("a-two", "two", costs("9")),
          ware("a-three", "three", costs("9")),
        ],
      }),
      await t.party({ offers: [ware("b-two", "two", costs("1")), ware("b-three", "three", costs("8"))] }),
      await t.party({ offers: [ware("c-three", "three", costs("2"))] }),
    ];
    for (const party of parties) await party.harvested();
    const component = [part("one"), part("two"), part("three")];
    const most = (maxProviders: number) => ({ component, together: [{ maxProviders }] });
    await expectCompositions(t, most(3), ["one=a-one, three=c-three, two=b-two"], "?alternatives=0");
    // The cheapest of two providers is not the cheapest of three with one left out.
    await expectCompositions(t, most(2), [
      "one=a-one, three=b-three, two=b-two",
      "one=a-one, three=a-three, two=b-two",
      "one=a-one, three=c-three, two=a-two",
      "one=a-one, three=b-three, two=a-two",
      "one=a-one, three=a-three, two=a-two",
    ]);
    await expectCompositions(t, most(1), ["one=a-one, three=a-three, two=a-two"]);
  },
});
