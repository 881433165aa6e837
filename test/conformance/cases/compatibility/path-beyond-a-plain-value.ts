import { defineCase } from "../../case.ts";
import { expectUnsupported } from "../../steps/paths.ts";

export default defineCase({
  title: "A path beyond a value that is no node, or beyond the price, is refused and named",
  requirements: ["MPLI-COMP-069@9c02fbd5"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "a path that finds nothing anywhere, and so leaves every offer open",
  since: "0.1",
  async run(t) {
    await expectUnsupported(t, [
      [["memory", "name"], "memory", "name"],
      [["engine", "city"], "engine", "city"],
      [["engineVersion", "scheme"], "engineVersion", "scheme"],
      [["price", "unit"], "price", "unit"],
      [["price", "schema:priceCurrency"], "price"],
    ]);
  },
});
