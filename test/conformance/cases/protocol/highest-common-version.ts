import { defineCase } from "../../case.ts";

export default defineCase({
  title: "A catalogue passes over the versions of a provider that it does not speak",
  requirements: ["MPLI-PROT-046@faf0d9e6"],
  role: "catalogue",
  feature: "core",
  expects: "accept",
  hunts: "looking at the first or the last version of the list only, or at the highest",
  since: "0.1",
  writes: true,
  sequence: ["Catalogue->>Kit: GET /.well-known/mpli", "Kit-->>Catalogue: 77.0, 0.1, 0.0"],
  async run(t) {
    const party = await t.party({ node: { protocolVersion: ["77.0", "0.1", "0.0"] } });
    await party.harvested();
  },
});
