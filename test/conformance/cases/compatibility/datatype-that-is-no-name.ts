import { defineCase } from "../../case.ts";
import { demandFor, expectRefused } from "../../steps/demands.ts";

export default defineCase({
  title: "A datatype or a class that is a text or a number is refused",
  requirements: ["MPLI-COMP-009@eaa4c7b3"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "comparing names with IRIs, so that no value is ever of the datatype",
  since: "0.1",
  async run(t) {
    await expectRefused(t, "value-does-not-fit", {
      sound: demandFor({ on: "vcpus", datatype: "integer" }),
      broken: [
        { on: "vcpus", datatype: { "@value": "integer" } },
        { on: "vcpus", datatype: 16 },
        { on: "region", kind: { "@value": "Region" } },
        { on: "region", kind: true },
      ].map((one) => demandFor(one)),
    });
  },
});
