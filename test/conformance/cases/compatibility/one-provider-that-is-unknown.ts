import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { askWith, demandForWhatMayBeSold } from "../../steps/reports.ts";

export default defineCase({
  title: "A provider that the node does not know is refused, and not taken for one without offers",
  requirements: ["MPLI-COMP-114@051f45a9"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "an empty report, from which nobody can tell a slip of the pen from a manifest without such offers",
  since: "0.1",
  async run(t: Exam) {
    const demand = await demandForWhatMayBeSold(t);
    t.status(await askWith(t, demand), 200);
    const own = t.declared.did ?? "did:web:conformance.example";
    const strangers = ["did:web:nobody.conformance.example", `${own}:`, own.slice(0, -1), "no DID", ""];
    for (const provider of strangers)
      t.refusal(await askWith(t, demand, `?${new URLSearchParams({ provider })}`), 404, "unknown-provider");
  },
});
