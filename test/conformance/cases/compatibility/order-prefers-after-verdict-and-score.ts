import { defineCase } from "../../case.ts";
import { shelfOf } from "../../steps/demands.ts";
import { expectOrder, offerIn, regionAt } from "../../steps/preferences.ts";

export default defineCase({
  title: "No preference puts an offer before one of a better verdict or a higher score",
  requirements: ["MPLI-COMP-083@8c4df6e6", "MPLI-COMP-043@8e6c4075", "MPLI-COMP-044@9b6cc4fc"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "the nearest offer first, although it does not fit",
  since: "0.1",
  writes: true,
  async run(t) {
    const place = [regionAt("near", "52.4", "4.9"), regionAt("far", "40.7", "-74.0")];
    const offers = {
      small: { ...offerIn("near", "1.0"), vcpus: 1 },
      unsaid: offerIn("near", "2.0"),
      medium: { ...offerIn("near", "3.0"), vcpus: 2 },
      large: { ...offerIn("far", "4.0"), vcpus: 4 },
      larger: { ...offerIn("near", "5.0"), vcpus: 8 },
    };
    const shelf = await shelfOf(t, offers, { place });
    const component = { must: [{ on: "vcpus", atLeast: "2" }], should: [{ on: "vcpus", atLeast: "4" }] };
    const order = ["larger", "large", "medium", "unsaid", "small"];
    for (const prefer of [["nearest"], ["nearest", "cheapest"]])
      await expectOrder(t, shelf, order, { prefer, component });
  },
});
