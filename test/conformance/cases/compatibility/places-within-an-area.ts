import { defineCase } from "../../case.ts";
import { expectOutcomes, shelfOf } from "../../steps/demands.ts";
import { PLACES, REGIONS, inAreas } from "../../steps/tables.ts";

export default defineCase({
  title: "A place lies in itself and in every area around it, by the manifest and the vocabulary together",
  requirements: ["MPLI-COMP-029@bb5e98c8"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "climbing one level, or knowing only the manifest's places or only those of the vocabulary",
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
          ams: ["NL", "EU", "EEA", "Europe", here("/regions/ams")],
          zone: [here("/regions/ams-1"), here("/regions/ams"), "NL", "EU", "Europe"],
          nl: ["NL", "EU", "https://w3id.org/mpli/place/EEA"],
          union: ["EU", "Europe"],
          overseas: ["RE", "Africa", "EU", "Europe"],
          europe: ["Europe"],
        },
        "satisfied",
      ),
    );
  },
});
