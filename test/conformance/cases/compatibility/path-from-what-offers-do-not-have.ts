import { defineCase } from "../../case.ts";
import { demandFor, expectRefused } from "../../steps/demands.ts";

export default defineCase({
  title: "A path that begins with a property that offers do not have is refused as such a property",
  requirements: ["MPLI-COMP-012@4ea2a20d"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "looking at the end of the path only",
  since: "0.1",
  async run(t) {
    const paths = [
      ["city"],
      ["city", "region"],
      ["scheme", "name"],
      ["ask"],
      ["https://terms.example/ns#at", "city"],
    ];
    await expectRefused(t, "unknown-property", {
      sound: demandFor({ path: ["region", "city"], is: "Ghent" }),
      broken: [
        ...paths.map((path) => demandFor({ path, is: "Ghent" })),
        demandFor({ path: ["within", { zeroOrMore: "within" }], is: "EU" }),
      ],
    });
  },
});
