import { defineCase } from "../../case.ts";
import { costs, expectCompositions, part, ware } from "../../steps/compositions.ts";
import { byText } from "../../steps/findings.ts";

export default defineCase({
  title:
    "The fewest providers come first where they are preferred, and equal ones in the order of their IRIs",
  requirements: ["MPLI-COMP-107@5494baf7"],
  role: "catalogue",
  feature: "composition",
  expects: "accept",
  hunts: "counting providers where nobody asks for few of them, or the order of registration",
  since: "0.1",
  writes: true,
  async run(t) {
    const offers = (at: string, [main = "", side = ""]: readonly string[]) => [
      ware(`${at}-main`, "main", costs(main)),
      ware(`${at}-side`, "side", costs(side)),
    ];
    const parties = [await t.party(), await t.party()];
    const [first, second] = parties.toSorted((a, b) => byText(a.did, b.did));
    await second?.offers(offers("b", ["20", "10"]));
    await first?.offers(offers("a", ["10", "20"]));
    for (const party of [second, first]) await party?.harvested();
    const component = [part("main"), part("side")];
    const [mixed, a, b, dear] = [
      "main=a-main, side=b-side",
      "main=a-main, side=a-side",
      "main=b-main, side=b-side",
      "main=b-main, side=a-side",
    ];
    await expectCompositions(t, { component }, [mixed, a, b, dear]);
    await expectCompositions(t, { component, prefer: ["fewestProviders"] }, [a, b, mixed, dear]);
    await expectCompositions(t, { component, prefer: ["cheapest", "fewestProviders"] }, [mixed, a, b, dear]);
  },
});
