import { defineCase } from "../../case.ts";
import { demandFor, expectRefused } from "../../steps/demands.ts";

export default defineCase({
  title: "A pattern that is not evaluated is refused in a preference as well",
  requirements: ["MPLI-COMP-016@cb68d432"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "counting a preference that cannot be judged as not satisfied",
  since: "0.1",
  async run(t) {
    const broken = ["(a)\\1", "(?=a)", "(a"];
    await expectRefused(t, "unsupported-pattern", {
      sound: demandFor({ on: "engine", matches: "sql$" }, "should"),
      broken: broken.map((matches) => demandFor({ on: "engine", matches, weight: 0.1 }, "should")),
    });
  },
});
