import { defineCase } from "../../case.ts";
import { demandFor, expectMisread } from "../../steps/demands.ts";

const CORES = { on: "vcpus", atLeast: 2 };
const EU = { on: "region", within: "EU" };

export default defineCase({
  title: "A setting that cannot be read is refused in a part and beside a count as it is anywhere",
  requirements: ["MPLI-COMP-007@666380df"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "falling back to the default below the outermost requirement",
  since: "0.1",
  async run(t) {
    await expectMisread(t, {
      sound: demandFor({ anyOf: [CORES, { ...EU, absent: "violated", evidence: "attested" }] }),
      broken: [
        { anyOf: [CORES, { ...EU, absent: "no" }] },
        { not: { ...EU, absent: "Violated" } },
        { allOf: [CORES, { ...EU, evidence: "sworn" }] },
        { on: "region", having: { within: "EU" }, atLeastCount: 2, absent: "maybe" },
        { on: "region", having: { within: "EU" }, atLeastCount: 2, evidence: "sworn" },
      ].map((one) => demandFor(one)),
    });
  },
});
