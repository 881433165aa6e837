import { defineCase } from "../../case.ts";
import { expectOutcomes, shelfOf } from "../../steps/demands.ts";

const MARKS = ["alpha.3", "beta.1", "dev", "ea", "m2", "milestone.1", "pre", "preview", "rc.1", "snapshot"];

export default defineCase({
  title: "A version that is marked as one before its release lies below that release",
  requirements: ["MPLI-COMP-063@226f69a6"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "taking -rc for a packaging, or for a number after the release",
  since: "0.1",
  writes: true,
  async run(t) {
    const shelf = await shelfOf(
      t,
      Object.fromEntries(
        MARKS.map((mark) => [mark.replace(/[^a-z]/g, ""), { kubernetesVersion: `1.31.0-${mark}` }]),
      ),
    );
    await expectOutcomes(
      t,
      shelf,
      MARKS.flatMap((mark) => {
        const offer = mark.replace(/[^a-z]/g, "");
        return [
          {
            offer,
            requirement: { on: "kubernetesVersion", atLeast: "1.31.0" },
            outcome: "violated" as const,
          },
          {
            offer,
            requirement: { on: "kubernetesVersion", lessThan: "1.31.0" },
            outcome: "satisfied" as const,
          },
          { offer, requirement: { on: "kubernetesVersion", is: "1.31.0" }, outcome: "violated" as const },
          {
            offer,
            requirement: { on: "kubernetesVersion", moreThan: "1.30.9" },
            outcome: "satisfied" as const,
          },
        ];
      }),
    );
  },
});
