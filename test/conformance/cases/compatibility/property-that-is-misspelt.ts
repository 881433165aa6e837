import { defineCase } from "../../case.ts";
import { demandFor, expectRefused } from "../../steps/demands.ts";

export default defineCase({
  title: "A requirement on a property that the vocabulary does not have is refused",
  requirements: ["MPLI-COMP-012@4ea2a20d"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "judging a misspelt property as one that nobody states",
  since: "0.1",
  async run(t) {
    const broken = [
      { on: "memroy", atLeast: "1 GiBy" },
      { on: "Memory", atLeast: "1 GiBy" },
      { on: "memory.size", atLeast: "1 GiBy" },
    ];
    await expectRefused(t, "unknown-property", {
      sound: demandFor({ on: "memory", atLeast: "1 GiBy" }),
      broken: broken.map((one, index) => demandFor(one, index % 2 ? "should" : "must")),
    });
  },
});
