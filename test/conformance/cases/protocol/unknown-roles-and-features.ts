import { defineCase } from "../../case.ts";

export default defineCase({
  title: "A catalogue harvests a provider with roles and features that it does not know",
  requirements: ["MPLI-PROT-050@f3f4ce48"],
  role: "catalogue",
  feature: "core",
  expects: "accept",
  hunts: "a closed list of roles or features, or looking at the first of them only",
  since: "0.1",
  writes: true,
  sequence: ["Catalogue->>Kit: GET /.well-known/mpli", "Kit-->>Catalogue: role: broker, provider"],
  async run(t) {
    const role = ["broker", "provider", "kit.example.role"];
    const feature = ["telepathy", "core", "kit.example.backup"];
    const party = await t.party({ node: { role, feature } });
    await party.harvested();
  },
});
