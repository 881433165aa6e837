import { defineCase } from "../../case.ts";
import { expectOutcomes, shelfOf } from "../../steps/demands.ts";

/** Some begin like `rc`, `pre`, `dev`, `m` and `ea`. */
const SUFFIXES = ["gke.100", "lts", "focal", "premium", "developer", "mariner", "early", "rchive"];
const offerOf = (suffix: string) => suffix.replace(".", "-");

export default defineCase({
  title:
    "A suffix that names a packaging takes no part in the comparison, even where it begins like another word",
  requirements: ["MPLI-COMP-064@e837cbb6"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "taking every suffix for one before the release, or comparing it as text",
  since: "0.1",
  writes: true,
  async run(t) {
    const shelf = await shelfOf(
      t,
      Object.fromEntries(
        SUFFIXES.map((suffix) => [offerOf(suffix), { kubernetesVersion: `1.30.2-${suffix}` }]),
      ),
    );
    await expectOutcomes(
      t,
      shelf,
      SUFFIXES.flatMap((suffix) => [
        {
          offer: offerOf(suffix),
          requirement: { on: "kubernetesVersion", is: "1.30.2" },
          outcome: "satisfied" as const,
        },
        {
          offer: offerOf(suffix),
          requirement: { on: "kubernetesVersion", atLeast: "1.30.2" },
          outcome: "satisfied" as const,
        },
        {
          offer: offerOf(suffix),
          requirement: { on: "kubernetesVersion", moreThan: "1.30.2" },
          outcome: "violated" as const,
        },
        {
          offer: offerOf(suffix),
          requirement: { on: "kubernetesVersion", is: "1.30.2-eks.7" },
          outcome: "satisfied" as const,
        },
      ]),
    );
  },
});
