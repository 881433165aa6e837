import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { provisioning, stateIs } from "../../steps/runner.ts";

export default defineCase({
  title: "Reports that leave out a number are refused, and the number that is expected is named",
  requirements: ["MPLI-DEL-058@8fec43e5"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "an end without what came before it",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const { one, run } = await provisioning(t);
    const [first, second, third] = [run.next("started"), run.next("progress"), run.next("succeeded")];
    t.equal(t.refusal(await run.reports(second), 409, "sequence-gap")["expected"], 1, "`expected` is");
    t.equal(
      t.refusal(await run.reports(first, third), 409, "sequence-gap")["expected"],
      1,
      "of three without the second, `expected` is",
    );
    t.status(await run.reports(first), 200);
    t.equal(t.refusal(await run.reports(third), 409, "sequence-gap")["expected"], 2, "`expected` is");
    await stateIs(t, one, "PROVISIONING");
    t.status(await run.reports(second, third), 200);
    await stateIs(t, one, "ACTIVE");
  },
});
