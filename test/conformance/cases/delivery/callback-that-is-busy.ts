import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { type Callback, callback, heard, orderedWith } from "../../steps/callbacks.ts";

export default defineCase({
  title: "A callback is left alone for as long as Retry-After says",
  requirements: ["MPLI-DEL-080@01f1064d"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "nodes that keep asking those who are overloaded",
  since: "0.1",
  writes: true,
  slow: true,
  async run(t: Exam) {
    const hooks: (readonly [number, Callback])[] = [];
    for (const status of [429, 503]) {
      const hook = await callback(t);
      hook.answer((_, before) => (before === 0 ? { status, headers: { "retry-after": "1" } } : 204));
      await orderedWith(t, hook);
      hooks.push([status, hook]);
    }
    t.meanwhile();
    for (const [status, hook] of hooks) {
      const [first] = await heard(t, hook, 1);
      const again = await t.eventually(`the event again after ${status}`, async () =>
        hook
          .told()
          .slice(1)
          .find(({ sequence }) => sequence === first?.sequence),
      );
      const seconds = (again.request.at - (first?.request.at ?? 0)) / 1000;
      t.that(seconds >= 0.95, "a second before the event came again", `${seconds.toFixed(2)} s`);
    }
  },
});
