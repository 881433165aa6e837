import { defineCase } from "../../case.ts";
import { RARE, expectMisread } from "../../steps/demands.ts";

export default defineCase({
  title: "A graph with two demands is refused",
  requirements: ["MPLI-COMP-007@666380df"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "answering the first of them",
  since: "0.1",
  async run(t) {
    await expectMisread(t, {
      sound: { component: [{ name: "a", class: RARE }] },
      broken: [
        {
          component: [{ name: "a", class: RARE }],
          together: [{ type: "Demand", component: [{ name: "b", class: RARE }] }],
        },
      ],
    });
  },
});
