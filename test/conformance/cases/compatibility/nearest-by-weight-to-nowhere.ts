import { defineCase } from "../../case.ts";
import { RARE, expectRefused } from "../../steps/demands.ts";
import { NEAR, weighed } from "../../steps/preferences.ts";

export default defineCase({
  title: "A demand that gives a weight to what is nearest must say to where as well",
  requirements: ["MPLI-COMP-085@10479fe3"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "looking for the word in the list and not in its nodes, or taking a small weight for none",
  since: "0.1",
  async run(t) {
    const component = [{ class: RARE }];
    const prefer = weighed({ cheapest: 1000, nearest: 0.001 });
    await expectRefused(t, "near-needed", {
      sound: { component, near: NEAR, prefer },
      broken: [
        { component, prefer },
        { component, prefer: [{ criterion: "nearest", weight: 2 }] },
        // A criterion need not have a weight to be written as a node.
        { component, prefer: [{ criterion: "nearest" }] },
      ],
    });
  },
});
