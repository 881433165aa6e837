import { defineCase } from "../../case.ts";
import { demandFor, expectRefused } from "../../steps/demands.ts";

export default defineCase({
  title: "A requirement that counts whatever is stated is refused, since it bounds nothing",
  requirements: ["MPLI-COMP-014@9ee09c83"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "taking a count for a bound",
  since: "0.1",
  async run(t) {
    const counting = (on: string, having: object) => demandFor({ on, having, atLeastCount: 2 });
    await expectRefused(t, "no-bound", {
      sound: counting("region", { within: "EU" }),
      broken: ["region", "engineVersion", "certification"].map((on) => counting(on, {})),
    });
  },
});
