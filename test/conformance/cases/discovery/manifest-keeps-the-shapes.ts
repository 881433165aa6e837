import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { violationsOf } from "../../steps/shapes.ts";

export default defineCase({
  title: "What is served keeps the published shapes, in the head and in each page",
  requirements: ["MPLI-DISC-006@e731de50"],
  role: "provider",
  feature: "core",
  expects: "accept",
  hunts: "facts that are checked when they come in and changed on their way out",
  since: "0.1",
  async run(t: Exam) {
    const { head, pages } = await t.manifest();
    for (const { url, graph } of [head, ...pages]) {
      const violations = await violationsOf(graph);
      t.that(violations.length === 0, `${url} to keep the shapes`, violations.slice(0, 3).join(" "));
    }
  },
});
