import { defineCase } from "../../case.ts";
import { shelfOf } from "../../steps/demands.ts";
import { expectOrder, offerIn, regionAt } from "../../steps/preferences.ts";

export default defineCase({
  title: "A wish for few providers is taken and says nothing of one offer",
  requirements: ["MPLI-COMP-083@8c4df6e6", "MPLI-COMP-046@a1f4284c"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "refusing it outside of a composition, or letting it end the list",
  since: "0.1",
  writes: true,
  async run(t) {
    const place = [regionAt("near", "52.4", "4.9"), regionAt("far", "40.7", "-74.0")];
    const offers = { a: offerIn("far", "20.0"), b: offerIn("near", "30.0"), c: offerIn("far", "10.0") };
    const shelf = await shelfOf(t, offers, { place });
    await expectOrder(t, shelf, ["c", "a", "b"], { prefer: "fewestProviders" });
    await expectOrder(t, shelf, ["b", "c", "a"], { prefer: ["fewestProviders", "nearest"] });
    await expectOrder(t, shelf, ["b", "c", "a"], { prefer: ["nearest", "fewestProviders"] });
  },
});
