import { defineCase } from "../../case.ts";
import { RARE, expectMisread } from "../../steps/demands.ts";

export default defineCase({
  title: "A component of a class that is none of a service is refused",
  requirements: ["MPLI-COMP-007@666380df"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "finding no candidates for a class that does not exist",
  since: "0.1",
  async run(t) {
    await expectMisread(t, {
      sound: { component: [{ name: "a", class: RARE }] },
      broken: [
        { component: [{ name: "a", class: "Region" }] },
        { component: [{ name: "a", class: "Sofa" }] },
        { component: [{ name: "a", class: RARE.toLowerCase() }] },
      ],
    });
  },
});
