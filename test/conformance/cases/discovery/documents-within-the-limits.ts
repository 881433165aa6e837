import { defineCase } from "../../case.ts";
import { withinLimits } from "../../steps/paging.ts";

export default defineCase({
  title: "No document of the manifest is larger than the limits that the node declares",
  requirements: ["MPLI-DISC-025@794983d9"],
  role: "provider",
  feature: "core",
  expects: "accept",
  hunts: "declared limits that are not those by which the manifest is split",
  since: "0.1",
  async run(t) {
    withinLimits(t, await t.manifest());
  },
});
