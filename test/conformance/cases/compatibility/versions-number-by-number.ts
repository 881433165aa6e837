import { defineCase } from "../../case.ts";
import { expectOutcomes, shelfOf } from "../../steps/demands.ts";
import { versionOffer } from "../../steps/tables.ts";

const VERSIONS = [
  ["1.30", { moreThan: "1.9" }, "satisfied"],
  ["1.30", { is: "1.3" }, "violated"],
  ["1.9", { atLeast: "1.30" }, "violated"],
  ["10.0", { lessThan: "9.6" }, "violated"],
  ["8.0.41", { moreThan: "8.0.9" }, "satisfied"],
  ["2.1", { moreThan: "1.99" }, "satisfied"],
  ["22.04", { is: "22.4" }, "satisfied"],
  ["1.09", { lessThan: "1.10" }, "satisfied"],
  ["20260101", { atLeast: "9" }, "satisfied"],
  ["v1.31", { is: "1.31" }, "satisfied"],
  ["8.x", { is: "8" }, "satisfied"],
  ["7.1", { is: "v7.x" }, "satisfied"],
] as const;

export default defineCase({
  title: "Versions are compared number by number, each as a whole number",
  requirements: ["MPLI-COMP-027@13f4724a"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "comparing versions as text or as decimal fractions",
  since: "0.1",
  writes: true,
  async run(t) {
    const shelf = await shelfOf(
      t,
      Object.fromEntries(VERSIONS.map(([stated]) => [versionOffer(stated), { kubernetesVersion: stated }])),
    );
    await expectOutcomes(
      t,
      shelf,
      VERSIONS.map(([stated, bound, outcome]) => ({
        offer: versionOffer(stated),
        requirement: { on: "kubernetesVersion", ...bound },
        outcome,
      })),
    );
  },
});
