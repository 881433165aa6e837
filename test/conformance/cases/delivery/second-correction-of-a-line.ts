import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { bill, ended, invoice, use, used } from "../../steps/accounts.ts";

export default defineCase({
  title: "Another correction of the same line is refused",
  requirements: ["MPLI-DEL-147@65264a29"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "a line from which more is taken, bit by bit, than it has",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const it = await ended(t);
    const line = used(it);
    t.status(await use(t, it, [line]), 200);
    const correction = { corrects: line["id"], quantity: "-2.5" };
    const other = { ...correction, quantity: "-3" };
    t.status(await use(t, it, [correction]), 200);
    t.refusal(await use(t, it, [other]), 409, "booked-otherwise");
    t.status(await bill(t, it, invoice()), 201);
    t.refusal(await use(t, it, [other]), 409, "booked-otherwise");
    t.status(await use(t, it, [correction]), 200);
  },
});
