import { defineCase } from "../../case.ts";
import { expectOutcomes, shelfOf } from "../../steps/demands.ts";
import { PLACES, REGIONS, inAreas } from "../../steps/tables.ts";

export default defineCase({
  title: "A place in a known country lies outside of every area that it is not in",
  requirements: ["MPLI-COMP-030@eb848579"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "leaving open what the manifest does not mention, or denying only neighbours",
  since: "0.1",
  writes: true,
  async run(t) {
    const shelf = await shelfOf(t, REGIONS, { place: PLACES });
    const here = (path: string) => new URL(path, shelf.offer("ams")).href;
    await expectOutcomes(
      t,
      shelf,
      inAreas(
        {
          zrh: ["EU", "EEA", "NL", "Asia", here("/regions/ams")],
          ams: ["DE", "US", "Africa", here("/regions/rtm"), here("/regions/zrh")],
          zone: ["CH", here("/regions/ams-2"), here("/regions/rtm")],
          ch: ["EU", "NL"],
          overseas: ["NL", "Asia"],
        },
        "violated",
      ),
    );
  },
});
