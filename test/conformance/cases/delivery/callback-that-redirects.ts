import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { type Callback, callback, heard, orderedWith } from "../../steps/callbacks.ts";

export default defineCase({
  title: "A redirect of a callback is not followed",
  requirements: ["MPLI-DEL-076@e9832324"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "events that end at an address that was not asked for its consent",
  since: "0.1",
  writes: true,
  slow: true,
  async run(t: Exam) {
    const elsewhere = await callback(t);
    const headers = { location: elsewhere.address };
    const hooks: Callback[] = [];
    for (const status of [301, 302, 303, 307, 308]) {
      const hook = await callback(t);
      hook.answer((_, before) => (before === 0 ? { status, headers } : 204));
      await orderedWith(t, hook);
      hooks.push(hook);
    }
    t.meanwhile();
    for (const hook of hooks) await heard(t, hook, 2);
    t.equal(elsewhere.asked().length, 0, "the number of requests to the address of the redirect is");
  },
});
