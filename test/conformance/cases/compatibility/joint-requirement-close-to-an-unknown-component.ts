import { defineCase } from "../../case.ts";
import { part } from "../../steps/compositions.ts";
import { expectRefused } from "../../steps/demands.ts";

const NOBODY = "nobody";

export default defineCase({
  title: "A component that the demand does not have is close to no other, and the demand is refused",
  requirements: ["MPLI-COMP-103@8948a808"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "checking the names of some joint requirements alone",
  since: "0.1",
  async run(t) {
    const problems = await expectRefused(t, "unknown-component", {
      sound: {
        component: [part("main"), part("side")],
        together: [{ closeTogether: ["main", "side"], latency: "5 ms" }],
      },
      broken: [
        [{ closeTogether: ["main", NOBODY], latency: "5 ms" }],
        [{ maxProviders: 1 }, { closeTogether: [NOBODY, "side"], latency: "5 ms" }],
      ].map((together) => ({ component: [part("main"), part("side")], together })),
    });
    for (const { name } of problems) t.equal(name, NOBODY, "the component that is named is");
  },
});
