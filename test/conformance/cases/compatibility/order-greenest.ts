import { defineCase } from "../../case.ts";
import { shelfOf } from "../../steps/demands.ts";
import { expectOrder, offerIn } from "../../steps/preferences.ts";

const region = (id: string, within: string, energy: object = {}) => ({
  id: `/regions/${id}`,
  type: "Region",
  within,
  ...energy,
});

export default defineCase({
  title: "Renewable energy in one region left open comes first, energy that is nowhere renewable last",
  requirements: ["MPLI-COMP-083@8c4df6e6", "MPLI-COMP-081@114995c5"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "taking silence for a no, one region that is not green for all, or regions that are ruled out",
  since: "0.1",
  writes: true,
  async run(t) {
    const place = [
      region("green", "NO", { renewableEnergy: true }),
      region("coal", "DE", { renewableEnergy: false }),
      region("gas", "DE", { renewableEnergy: false }),
      region("blank", "DE"),
    ];
    const offers = {
      green: offerIn("green", "60.0"),
      mixed: offerIn(["coal", "green"], "50.0"),
      blank: offerIn("blank", "40.0"),
      perhaps: offerIn(["blank", "gas"], "30.0"),
      coal: offerIn("coal", "20.0"),
      grey: offerIn(["coal", "gas"], "10.0"),
    };
    const shelf = await shelfOf(t, offers, { place });
    const prefer = "greenest";
    await expectOrder(t, shelf, ["mixed", "green", "perhaps", "blank", "grey", "coal"], { prefer });
    const component = { must: [{ on: "region", within: "DE" }] };
    const order = ["perhaps", "blank", "grey", "coal", "mixed", "green"];
    await expectOrder(t, shelf, order, { prefer, component });
  },
});
