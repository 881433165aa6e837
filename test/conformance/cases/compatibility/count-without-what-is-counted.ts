import { defineCase } from "../../case.ts";
import { demandFor, expectMisread } from "../../steps/demands.ts";

export default defineCase({
  title: "A count without `having`, `having` without a count, and bounds beside them are refused",
  requirements: ["MPLI-COMP-007@666380df"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "counting what the bounds beside it say, or being content with one value",
  since: "0.1",
  async run(t) {
    await expectMisread(t, {
      sound: demandFor({ on: "region", having: { within: "EU" }, atLeastCount: 2 }),
      broken: [
        { on: "region", within: "EU", atLeastCount: 2 },
        { on: "region", having: { within: "EU" } },
        { on: "region", having: { within: "EU" }, within: "Europe", atLeastCount: 2 },
        { on: "region", having: [{ within: "EU" }, { within: "CH" }], atLeastCount: 2 },
      ].map((one) => demandFor(one)),
    });
  },
});
