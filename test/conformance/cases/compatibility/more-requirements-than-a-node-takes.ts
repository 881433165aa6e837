import { defineCase } from "../../case.ts";
import { RARE, expectRefused } from "../../steps/demands.ts";
import { MOST, requirements } from "../../steps/numbers.ts";
import type { JsonObject } from "../../http.ts";

const asking = (must: readonly JsonObject[], should: readonly JsonObject[] = []) => ({
  component: [{ class: RARE, must, should }],
});

export default defineCase({
  title: "A component of 64 requirements is taken, and one of 65 refused, musts and shoulds counted together",
  requirements: ["MPLI-COMP-067@d80b505f", "MPLI-COMP-007@666380df"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "judging by the first requirements and passing over the rest, or counting the musts alone",
  since: "0.1",
  async run(t) {
    const [half, more] = [requirements(MOST.requirements / 2), requirements(MOST.requirements / 2 + 1)];
    await expectRefused(t, "too-many-requirements", {
      sound: asking(half, half),
      broken: [
        asking(requirements(MOST.requirements + 1)),
        asking([], requirements(MOST.requirements + 1)),
        asking(half, more),
        asking(requirements(150)),
      ],
    });
  },
});
