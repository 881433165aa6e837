import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { setTimeout as pause } from "node:timers/promises";
import { type Callback, callback, heard, orderedWith } from "../../steps/callbacks.ts";

export default defineCase({
  title: "An event that got a receipt is not sent again",
  requirements: ["MPLI-DEL-075@131f0484"],
  role: "provider",
  feature: "delivery",
  expects: "accept",
  hunts: "events that are sent for ever",
  since: "0.1",
  writes: true,
  slow: true,
  async run(t: Exam) {
    const hooks: (readonly [number, Callback])[] = [];
    for (const status of [200, 201, 202, 204, 299]) {
      const hook = await callback(t);
      hook.answer(() => status);
      await orderedWith(t, hook);
      hooks.push([status, hook]);
    }
    t.meanwhile();
    for (const [, hook] of hooks) await heard(t, hook, 1);
    await pause(300);
    for (const [status, hook] of hooks) {
      const numbers = hook.told().map(({ sequence }) => sequence);
      t.equal(
        numbers,
        [...new Set(numbers)],
        `the numbers of the events that were answered with ${status} are`,
      );
    }
  },
});
