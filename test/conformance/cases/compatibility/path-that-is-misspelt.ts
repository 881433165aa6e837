import { defineCase } from "../../case.ts";
import { demandFor, expectRefused } from "../../steps/demands.ts";

export default defineCase({
  title: "A path with a misspelt step is refused, and not cut short",
  requirements: ["MPLI-COMP-069@9c02fbd5"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "losing a step that the context does not know, so that the path ends where it began",
  since: "0.1",
  async run(t) {
    const bound = { isOneOf: ["Ghent", "csv"] };
    await expectRefused(t, "unsupported-path", {
      sound: demandFor({ path: ["portability", "import"], ...bound }),
      broken: [
        ["portability", "imports"],
        ["portability", "Import"],
        ["delivery", "bye"],
        ["portability", "import", "x"],
      ].map((path) => demandFor({ path, ...bound })),
    });
  },
});
