import { defineCase } from "../../case.ts";
import { expectCompositions, part, ware } from "../../steps/compositions.ts";
import { PLACES } from "../../steps/prices.ts";

export default defineCase({
  title:
    "Compositions that are equal otherwise are ordered component by component, by offer and then by region",
  requirements: ["MPLI-COMP-107@5494baf7"],
  role: "node",
  feature: "composition",
  expects: "accept",
  hunts:
    "the order in which the offers were published, the demand's order of components, or names as a language orders them",
  since: "0.1",
  writes: true,
  async run(t) {
    const places = { region: ["/regions/nyc", "/regions/ams"] };
    const main = ["m-b", "m-a"].map((id) => ware(id, "main", places));
    const side = ["s-a", "s-B"].map((id) => ware(id, "side"));
    await t.shelf([...side, ...main], { place: PLACES });
    await expectCompositions(t, { component: [part("side"), part("main")] }, [
      "main=m-a@ams, side=s-B",
      "main=m-a@ams, side=s-a",
      "main=m-a@nyc, side=s-B",
      "main=m-a@nyc, side=s-a",
      "main=m-b@ams, side=s-B",
      "main=m-b@ams, side=s-a",
      "main=m-b@nyc, side=s-B",
      "main=m-b@nyc, side=s-a",
    ]);
  },
});
