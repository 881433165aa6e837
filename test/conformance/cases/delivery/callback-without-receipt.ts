import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { type Callback, callback, heard, orderedWith } from "../../steps/callbacks.ts";

export default defineCase({
  title: "An event that got no receipt is sent again as it was, until there is one",
  requirements: ["MPLI-DEL-075@131f0484", "MPLI-DEL-077@5c77532c", "MPLI-DEL-078@8a71880a"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "events that are lost with one failure",
  since: "0.1",
  writes: true,
  slow: true,
  async run(t: Exam) {
    const hooks: (readonly [number, Callback])[] = [];
    for (const status of [500, 400, 404, 304]) {
      const hook = await callback(t);
      hook.answer((_, before) => (before === 0 ? status : 202));
      await orderedWith(t, hook);
      hooks.push([status, hook]);
    }
    t.meanwhile();
    for (const [status, hook] of hooks) {
      const [first, ...more] = await heard(t, hook, 2);
      const again = await t.eventually(`event ${first?.sequence} again after ${status}`, async () =>
        [...more, ...hook.told().slice(1)].find(({ sequence }) => sequence === first?.sequence),
      );
      t.equal(again.text, first?.text, "the text of the event is");
    }
  },
});
