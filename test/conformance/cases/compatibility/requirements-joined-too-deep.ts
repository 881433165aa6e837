import { defineCase } from "../../case.ts";
import { demandFor, expectRefused } from "../../steps/demands.ts";
import { MOST, around } from "../../steps/numbers.ts";

const CORES = { on: "vcpus", atLeast: 2 };

export default defineCase({
  title: "Eight `anyOf`, `allOf` and `not` around a requirement are taken, and nine refused",
  requirements: ["MPLI-COMP-067@d80b505f"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "following a demand as deep as it goes, or counting one too few",
  since: "0.1",
  async run(t) {
    const deep = around(MOST.around + 1, CORES);
    await expectRefused(t, "requirement-too-deep", {
      sound: demandFor(around(MOST.around, CORES)),
      broken: [
        demandFor(deep),
        demandFor(deep, "should"),
        demandFor({ anyOf: [{ on: "memory", atLeast: "1 GiBy" }, around(MOST.around, CORES)] }),
        demandFor(around(30, CORES)),
      ],
    });
  },
});
