import { defineCase } from "../../case.ts";
import { expectUnsupported } from "../../steps/paths.ts";

export default defineCase({
  title: "A path to a property that the vocabulary does not know of such nodes is refused and named",
  requirements: ["MPLI-COMP-069@9c02fbd5"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "taking any two properties for a path, or looking the second up at the offer",
  since: "0.1",
  async run(t) {
    await expectUnsupported(t, [
      [["portability", "city"], "portability", "city"],
      [["region", "scheme"], "region", "scheme"],
      [["region", "engine"], "region", "engine"],
      [["certification", "by"], "certification", "by"],
      [["delivery", "import"], "delivery", "import"],
      [["region", "https://terms.example/ns#city"], "region", "city"],
    ]);
  },
});
