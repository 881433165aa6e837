import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { fresh, manifestWith, refusesToPublish } from "../../steps/publications.ts";

export default defineCase({
  title: "Each mistake of a manifest is listed, not the first alone",
  requirements: ["MPLI-DISC-054@fe688a16"],
  role: "provider",
  feature: "publishing",
  expects: "refuse",
  hunts: "stopping at the first violation",
  since: "0.1",
  writes: true,
  sequence: [
    "Kit->>Provider: PUT manifest with three mistakes",
    "Provider-->>Kit: 422 with three violations",
  ],
  async run(t: Exam) {
    const wrong = [
      { id: fresh(), class: "VirtualMachine", memory: "16 GB" },
      { id: fresh() },
      { id: fresh(), class: "VirtualMachine", engine: "PostgreSQL" },
    ];
    const [problem] = await refusesToPublish(t, "shape-violation", [manifestWith(t, wrong)]);
    const violations = problem?.["violations"];
    const count = Array.isArray(violations) ? violations.length : 0;
    t.that(count >= wrong.length, `${wrong.length} violations or more`, `${count}`);
  },
});
