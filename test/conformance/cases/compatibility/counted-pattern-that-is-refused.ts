import { defineCase } from "../../case.ts";
import { demandFor, expectRefused } from "../../steps/demands.ts";

export default defineCase({
  title: "A pattern that is not evaluated is refused in `having` and at the end of a path",
  requirements: ["MPLI-COMP-016@cb68d432"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "counting no match where there is no pattern",
  since: "0.1",
  async run(t) {
    const counted = (matches: string) => ({ on: "networkPlugin", having: { matches }, atLeastCount: 2 });
    const reached = (matches: string) => ({ path: ["region", "city"], matches });
    await expectRefused(t, "unsupported-pattern", {
      sound: demandFor(counted("^c[ai]")),
      broken: ["(c)\\1", "(?<=c)alico", "c("].flatMap((pattern) => [
        demandFor(counted(pattern)),
        demandFor(reached(pattern)),
      ]),
    });
  },
});
