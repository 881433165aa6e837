import { defineCase } from "../../case.ts";
import { demandFor, expectRefused } from "../../steps/demands.ts";

export default defineCase({
  title: "A pattern with a back-reference is refused",
  requirements: ["MPLI-COMP-016@cb68d432"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "handing the pattern to an engine that backtracks",
  since: "0.1",
  async run(t) {
    const broken = ["(a)\\1", "^(a|b)\\1c$", "(a)(b)\\2"];
    await expectRefused(t, "unsupported-pattern", {
      sound: demandFor({ on: "engine", matches: "^(postgres|my)(ql|sql)$" }),
      broken: broken.map((matches) => demandFor({ on: "engine", matches })),
    });
  },
});
