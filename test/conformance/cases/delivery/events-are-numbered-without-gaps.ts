import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { walk } from "../../steps/lives.ts";
import { eventsOf } from "../../steps/runner.ts";

export default defineCase({
  title: "The events of an order are numbered from 1 without gaps",
  requirements: ["MPLI-DEL-031@cb393461"],
  role: "provider",
  feature: "delivery",
  expects: "accept",
  hunts: "one counter for all orders, or one that starts anew with each run",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const [one, other] = await walk(t);
    for (const each of [one, other]) {
      const numbers = each ? (await eventsOf(t, each)).map(({ sequence }) => sequence) : [];
      t.equal(
        numbers,
        numbers.map((_, index) => String(index + 1)),
        "`sequence` of the events is",
      );
    }
  },
});
