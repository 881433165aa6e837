import { defineCase } from "../../case.ts";
import { demandFor, expectRefused } from "../../steps/demands.ts";

export default defineCase({
  title: "A preference that bounds nothing is refused as well",
  requirements: ["MPLI-COMP-014@9ee09c83"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "counting it as satisfied, or leaving it out of the score",
  since: "0.1",
  async run(t) {
    const broken = [{ on: "memory" }, { on: "memory", weight: 2 }];
    await expectRefused(t, "no-bound", {
      sound: demandFor({ on: "memory", atLeast: "1 GiBy", weight: 2 }, "should"),
      broken: broken.map((one) => demandFor(one, "should")),
    });
  },
});
