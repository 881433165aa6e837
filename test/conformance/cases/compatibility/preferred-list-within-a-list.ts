import { defineCase } from "../../case.ts";
import { RARE, expectMisread } from "../../steps/demands.ts";

export default defineCase({
  title: "A list within the list of preferences is refused",
  requirements: ["MPLI-COMP-007@666380df"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "reading the outer list and passing over the inner one, or joining them",
  since: "0.1",
  async run(t) {
    const preferring = (...prefer: unknown[]) => ({ component: [{ class: RARE }], prefer });
    await expectMisread(t, {
      sound: preferring("cheapest", "greenest"),
      broken: [
        preferring(["cheapest"], ["greenest"]),
        preferring("cheapest", ["greenest", "fewestProviders"]),
      ],
    });
  },
});
