import { defineCase } from "../../case.ts";
import { demandFor, expectRefused } from "../../steps/demands.ts";

const counting = (on: string, having: object) => demandFor({ on, having, atLeastCount: 2 });

export default defineCase({
  title: "An operator or a bound in `having` is refused where it does not suit the property",
  requirements: ["MPLI-COMP-009@eaa4c7b3", "MPLI-COMP-010@81a06423"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "checking the bounds of the requirement, and not those that it counts by",
  since: "0.1",
  async run(t) {
    const sound = counting("region", { within: "EU" });
    await expectRefused(t, "operator-does-not-fit", {
      sound,
      broken: [
        counting("region", { atLeast: "EU" }),
        counting("memory", { within: "EU" }),
        counting("vcpus", { matches: "^1" }),
        counting("certification", { datatype: "string" }),
      ],
    });
    await expectRefused(t, "value-does-not-fit", {
      sound,
      broken: [
        counting("region", { within: "Atlantis" }),
        counting("memory", { atLeast: "32 s" }),
        counting("engineVersion", { atLeast: "14", atMost: "newest" }),
        counting("certification", { isOneOf: ["C5", "C55"] }),
      ],
    });
  },
});
