import { defineCase } from "../../case.ts";
import { demandFor, expectRefused } from "../../steps/demands.ts";

const UP = ["region", { zeroOrMore: "within" }];

export default defineCase({
  title: "No bound but `is` and `isOneOf` fits a region and all that it lies in",
  requirements: ["MPLI-COMP-068@b4b50f90", "MPLI-COMP-010@81a06423"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "handing `within` and `kind` on to the region",
  since: "0.1",
  async run(t) {
    const bounds = [{ within: "EU" }, { kind: "Country" }, { atLeast: "EU" }, { matches: "EU" }];
    await expectRefused(t, "operator-does-not-fit", {
      sound: demandFor({ path: UP, is: "EU" }),
      broken: [
        ...bounds.map((bound) => demandFor({ path: UP, ...bound })),
        demandFor({ path: UP, is: "EU", within: "FR" }),
        demandFor({ path: UP, having: { within: "EU" }, atLeastCount: 2 }),
      ],
    });
  },
});
