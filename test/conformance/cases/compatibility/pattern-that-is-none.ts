import { defineCase } from "../../case.ts";
import { demandFor, expectRefused } from "../../steps/demands.ts";

export default defineCase({
  title: "A pattern that is no regular expression is refused",
  requirements: ["MPLI-COMP-016@cb68d432"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "letting the engine's error end the request, or matching nothing",
  since: "0.1",
  async run(t) {
    const broken = ["(a", "a)", "[a", "*a", "a{3,1}", "[z-a]", "a\\"];
    await expectRefused(t, "unsupported-pattern", {
      sound: demandFor({ on: "engine", matches: "^(postgres|my)(ql|sql)$" }),
      broken: broken.map((matches) => demandFor({ on: "engine", matches })),
    });
  },
});
