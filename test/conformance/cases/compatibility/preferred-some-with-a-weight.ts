import { defineCase } from "../../case.ts";
import { RARE, expectMisread } from "../../steps/demands.ts";
import { NEAR, weighed } from "../../steps/preferences.ts";

export default defineCase({
  title: "Where one criterion has a weight and another has none, the demand is refused",
  requirements: ["MPLI-COMP-007@666380df"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "taking 1 for the weight of the others, or passing over them",
  since: "0.1",
  async run(t) {
    const preferring = (...prefer: unknown[]) => ({ component: [{ class: RARE }], near: NEAR, prefer });
    const [two] = weighed({ cheapest: 2 });
    await expectMisread(t, {
      sound: preferring(two, ...weighed({ nearest: 1 })),
      broken: [
        preferring(two, "nearest"),
        preferring("nearest", two),
        preferring(two, { criterion: "nearest" }),
        preferring(two, ...weighed({ nearest: 1 }), "greenest"),
      ],
    });
  },
});
