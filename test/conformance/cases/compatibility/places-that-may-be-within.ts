import { defineCase } from "../../case.ts";
import { expectOutcomes, shelfOf } from "../../steps/demands.ts";
import { PLACES, REGIONS, inAreas } from "../../steps/tables.ts";

export default defineCase({
  title:
    "Whether a place lies in an area that it contains, or in any where no country is known, cannot be told",
  requirements: ["MPLI-COMP-031@8045d7be"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "denying what is not stated",
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
          ams: [here("/regions/ams-1")],
          nl: [here("/regions/ams"), here("/regions/ams-1")],
          union: ["NL", "CH", "US"],
          europe: ["EU", "NL", "Asia"],
          nowhere: ["EU", "US", here("/regions/ams")],
          circle: ["EU", "CH"],
          unheard: ["EU", "NL"],
        },
        "unknown",
      ),
    );
  },
});
