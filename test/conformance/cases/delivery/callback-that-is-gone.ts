import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { setTimeout as pause } from "node:timers/promises";
import { callback, heard, orderedWith, redrive } from "../../steps/callbacks.ts";
import { documentIn, verify } from "../../steps/orders.ts";

export default defineCase({
  title: "A callback that has answered with 410 is sent nothing more, until the customer asks",
  requirements: ["MPLI-DEL-079@5e79db54", "MPLI-DEL-081@0ebe4540"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "hosts that cannot get rid of events",
  since: "0.1",
  writes: true,
  slow: true,
  async run(t: Exam) {
    const hook = await callback(t);
    hook.answer(() => 410);
    const order = await orderedWith(t, hook);
    await heard(t, hook, 1);
    // What was under way already may still come.
    await pause(100);
    const before = hook.told().length;
    t.status(await verify(t, order, documentIn(t, order.order)), 200);
    t.meanwhile();
    await pause(500);
    t.equal(hook.told().length, before, "the number of events that were sent is");
    hook.answer(() => 204);
    const again = await redrive(t, order, 1);
    t.that(again.status >= 200 && again.status < 300, "success", String(again.status));
    await t.eventually("event 1 at the callback", async () =>
      hook
        .told()
        .slice(before)
        .find(({ sequence }) => sequence === 1),
    );
  },
});
