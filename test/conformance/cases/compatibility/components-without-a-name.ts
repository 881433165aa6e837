import { defineCase } from "../../case.ts";
import { RARE, expectMisread } from "../../steps/demands.ts";

export default defineCase({
  title: "A component without a name is refused beside others",
  requirements: ["MPLI-COMP-007@666380df"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "numbering components, so that nobody knows which result is for which",
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
        { component: [{ name: "a", class: RARE }, { class: "Cache" }] },
        { component: [{ class: RARE }, { class: "Cache" }] },
      ],
    });
  },
});
