import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { callback, orderedWith, redrive } from "../../steps/callbacks.ts";

export default defineCase({
  title: "An event that the order does not have is not sent",
  requirements: ["MPLI-DEL-082@94e6ceb9"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "numbers that nobody looks up",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const order = await orderedWith(t, await callback(t));
    for (const sequence of [999_999, 0]) t.refusal(await redrive(t, order, sequence), 404, "no-such-event");
  },
});
