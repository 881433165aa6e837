import { defineCase } from "../../case.ts";
import { shelfOf } from "../../steps/demands.ts";
import { expectOrder, offerIn, regionAt } from "../../steps/preferences.ts";

const place = [
  regionAt("here", "52.4", "4.9", { within: "NL" }),
  regionAt("there", "52.5", "13.4", { within: "DE" }),
  regionAt("far", "-33.9", "151.2", { within: "AU" }),
  { id: "/regions/blank", type: "Region" },
];

export default defineCase({
  title:
    "The nearest of the regions that are left open counts, and an offer of which none is known comes last",
  requirements: ["MPLI-COMP-083@8c4df6e6", "MPLI-COMP-081@114995c5"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "the region stated first, one that is ruled out, or 0° and 0° where nothing is stated",
  since: "0.1",
  writes: true,
  async run(t) {
    const offers = {
      both: offerIn(["far", "here"], "30.0"),
      there: offerIn("there", "20.0"),
      far: offerIn("far", "10.0"),
      partly: offerIn(["blank", "far"], "15.0"),
      nowhere: offerIn([], "1.0"),
      blank: offerIn("blank", "5.0"),
    };
    const shelf = await shelfOf(t, offers, { place });
    const prefer = "nearest";
    await expectOrder(t, shelf, ["both", "there", "far", "partly", "nowhere", "blank"], { prefer });
    // Where the Netherlands are ruled out, both is far away; of the last two nothing is known.
    const component = { must: [{ on: "region", within: ["DE", "AU"] }] };
    const order = ["there", "far", "partly", "both", "nowhere", "blank"];
    await expectOrder(t, shelf, order, { prefer, component });
  },
});
