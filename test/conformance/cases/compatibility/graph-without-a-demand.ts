import { defineCase } from "../../case.ts";
import { RARE, expectMisread } from "../../steps/demands.ts";

export default defineCase({
  title: "A graph without a demand is refused",
  requirements: ["MPLI-COMP-007@666380df"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "answering what is no demand with an empty report",
  since: "0.1",
  async run(t) {
    await expectMisread(t, {
      sound: { component: [{ name: "a", class: RARE }] },
      broken: [
        { type: "Component", class: RARE },
        { id: "https://kit.invalid/manifest", type: "Manifest", title: "No demand" },
      ],
    });
  },
});
