import { defineCase } from "../../case.ts";
import { expectOutcomes, shelfOf } from "../../steps/demands.ts";
import { VERSIONS, versionCells, versionOffer } from "../../steps/tables.ts";

export default defineCase({
  title: "A stated version comes to what the table says of it and of the line of the bound",
  requirements: ["MPLI-COMP-028@e56d4fca"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "padding a line with zeros, or taking 16 for the same version as 16.0",
  since: "0.1",
  writes: true,
  async run(t) {
    const shelf = await shelfOf(
      t,
      Object.fromEntries(VERSIONS.map((version) => [versionOffer(version), { engineVersion: version }])),
    );
    await expectOutcomes(t, shelf, versionCells("engineVersion"));
  },
});
