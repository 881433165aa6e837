import { defineCase } from "../../case.ts";
import { RARE, expectMisread } from "../../steps/demands.ts";

export default defineCase({
  title: "Two components of one name are refused",
  requirements: ["MPLI-COMP-007@666380df"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "keeping components by name, so that the last one replaces the others",
  since: "0.1",
  async run(t) {
    await expectMisread(t, {
      sound: {
        component: [
          { name: "a", class: RARE },
          { name: "b", class: "Cache" },
        ],
      },
      broken: [
        {
          component: [
            { name: "a", class: RARE },
            { name: "a", class: "Cache" },
          ],
        },
      ],
    });
  },
});
