import { defineCase } from "../../case.ts";
import { expectOutcomes, shelfOf } from "../../steps/demands.ts";

export default defineCase({
  title: "Several regions, sizes, texts and certifications of an offer are alternatives as well",
  requirements: ["MPLI-COMP-020@9de0599b"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "treating only versions as a choice",
  since: "0.1",
  writes: true,
  async run(t) {
    const shelf = await shelfOf(
      t,
      {
        choice: {
          region: ["/regions/ams", "/regions/zrh"],
          vcpus: [2, 8],
          memory: ["4 GiBy", "64 GiBy"],
          storageType: ["hdd", "nvme"],
          certification: [{ scheme: "C5" }, { scheme: "ISO27001" }],
        },
      },
      {
        place: [
          { id: "/regions/ams", type: "Region", within: "NL" },
          { id: "/regions/zrh", type: "Region", within: "CH" },
        ],
      },
    );
    await expectOutcomes(
      t,
      shelf,
      [
        { on: "region", within: "CH" },
        { on: "region", within: "EU" },
        { on: "vcpus", atLeast: 8 },
        { on: "vcpus", atMost: 2 },
        { on: "memory", moreThan: "63 GiBy" },
        { on: "storageType", is: "nvme" },
        { on: "storageType", matches: "^h" },
        { on: "certification", is: "C5" },
        { on: "certification", isOneOf: ["ENS", "ISO27001"] },
      ].map((requirement) => ({ offer: "choice", requirement, outcome: "satisfied" as const })),
    );
  },
});
