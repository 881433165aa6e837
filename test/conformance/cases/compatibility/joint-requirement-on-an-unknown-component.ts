import { defineCase } from "../../case.ts";
import { part } from "../../steps/compositions.ts";
import { expectRefused } from "../../steps/demands.ts";

const NOBODY = "nobody";

export default defineCase({
  title:
    "A joint requirement that names a component which the demand does not have is refused, and the name is named",
  requirements: ["MPLI-COMP-103@8948a808"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "passing over the name, and the requirement with it",
  since: "0.1",
  async run(t) {
    const problems = await expectRefused(t, "unknown-component", {
      sound: { component: [part("main"), part("side")], together: [{ sameRegion: ["main", "side"] }] },
      broken: [
        [{ sameRegion: ["main", NOBODY] }],
        [{ sameProvider: [NOBODY, "side"] }],
        [{ differentProvider: ["main", "side", NOBODY] }],
      ].map((together) => ({ component: [part("main"), part("side")], together })),
    });
    for (const { name } of problems) t.equal(name, NOBODY, "the component that is named is");
  },
});
