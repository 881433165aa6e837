import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { callback, heard, orderedWith, redrive } from "../../steps/callbacks.ts";

export default defineCase({
  title: "An event that has arrived is sent again when the customer asks",
  requirements: ["MPLI-DEL-081@0ebe4540"],
  role: "provider",
  feature: "delivery",
  expects: "accept",
  hunts: "customers that lost what they had received",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const hook = await callback(t);
    const order = await orderedWith(t, hook);
    const [first] = await heard(t, hook, 1);
    const again = await redrive(t, order, first?.sequence ?? 1);
    t.that(again.status >= 200 && again.status < 300, "success", String(again.status));
    const same = await t.eventually("the event at the callback again", async () =>
      hook
        .told()
        .slice(1)
        .find(({ sequence }) => sequence === first?.sequence),
    );
    t.equal(same.text, first?.text, "the text of the event is");
  },
});
