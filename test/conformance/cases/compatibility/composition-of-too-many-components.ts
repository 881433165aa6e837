import { defineCase } from "../../case.ts";
import { expectRefusedAlike, part } from "../../steps/compositions.ts";

const components = (count: number) =>
  Array.from({ length: count }, (_, index) => part(`c${index}`, {}, "nobody"));

export default defineCase({
  title: "A demand for a composition of more components than a demand may have is refused",
  requirements: ["MPLI-COMP-102@a87c4768"],
  role: "node",
  feature: "composition",
  expects: "refuse",
  hunts: "composing the first of them",
  since: "0.1",
  async run(t) {
    await expectRefusedAlike(t, "too-many-components", {
      sound: { component: components(32) },
      broken: [{ component: components(33) }],
    });
  },
});
