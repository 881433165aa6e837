import { defineCase } from "../../case.ts";
import { demandFor, expectRefused } from "../../steps/demands.ts";
import { MOST, areas, families } from "../../steps/numbers.ts";

export default defineCase({
  title: "A choice of 256 values is taken, and one of 257 refused",
  requirements: ["MPLI-COMP-067@d80b505f", "MPLI-COMP-007@666380df"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "looking for the value in the first members of a long list, or counting those of `isOneOf` only",
  since: "0.1",
  async run(t) {
    const [many, everywhere] = [families(MOST.values + 1), areas(MOST.values + 1)];
    await expectRefused(t, "too-many-values", {
      sound: demandFor({ on: "family", isOneOf: families(MOST.values) }),
      broken: [
        demandFor({ on: "family", isOneOf: many }),
        demandFor({ on: "family", isOneOf: families(1_000) }),
        demandFor({ on: "region", isOneOf: everywhere }),
        demandFor({ on: "region", having: { isOneOf: everywhere }, atLeastCount: 2 }),
        demandFor({ not: { on: "family", isOneOf: many } }),
      ],
    });
    await expectRefused(t, "too-many-values", {
      sound: demandFor({ on: "region", within: areas(MOST.values) }),
      broken: [demandFor({ on: "region", within: everywhere })],
    });
  },
});
