import { defineCase } from "../../case.ts";
import { expectUnsupported } from "../../steps/paths.ts";

const UP = { zeroOrMore: "within" };

export default defineCase({
  title: "A path of three steps is refused and named",
  requirements: ["MPLI-COMP-069@9c02fbd5"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "following the first two steps",
  since: "0.1",
  async run(t) {
    await expectUnsupported(t, [
      [["region", "within", "within"], "region", "within"],
      [["region", "within", "name"], "region", "within", "name"],
      [["region", UP, "city"], "region", "within", "city"],
      [["region", UP, UP], "region", "within"],
      [["portability", "import", "name"], "portability", "import", "name"],
    ]);
  },
});
