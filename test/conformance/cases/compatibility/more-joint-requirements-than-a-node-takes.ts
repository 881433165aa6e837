import { defineCase } from "../../case.ts";
import { expectRefused } from "../../steps/demands.ts";
import { MOST, joined } from "../../steps/numbers.ts";

export default defineCase({
  title: "A demand of 64 joint requirements is taken, and one of 65 refused",
  requirements: ["MPLI-COMP-067@d80b505f"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "counting them only where they are judged",
  since: "0.1",
  async run(t) {
    await expectRefused(t, "too-many-values", {
      sound: joined(MOST.joint),
      broken: [joined(MOST.joint + 1), joined(200)],
    });
  },
});
