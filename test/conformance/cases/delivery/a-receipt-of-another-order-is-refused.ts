import { randomUUID } from "node:crypto";
import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { below } from "../../steps/layers.ts";
import { provisioning } from "../../steps/runner.ts";

export default defineCase({
  title: "A receipt of an order that was made for another one is refused",
  requirements: ["MPLI-DEL-095@7c8e5c2a"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "one good receipt that is shown to every customer",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const { one, run } = await provisioning(t);
    const sound = below(one.id);
    const { sequence, time } = run.next("succeeded");
    const stray = below(randomUUID());
    for (const receipts of [
      [stray.receipt],
      [sound.receipt, stray.receipt],
      [sound.receipt, below(stray.order).receipt],
      [below(one.id, { parent: one.id }).receipt],
    ]) {
      const answer = await run.reports({ sequence, time, type: "succeeded", data: { receipts } });
      t.refusal(answer, 422, "receipt-invalid");
    }
    const receipts = [sound.receipt, below(sound.order).receipt];
    t.status(await run.reports({ sequence, time, type: "succeeded", data: { receipts } }), 200);
  },
});
