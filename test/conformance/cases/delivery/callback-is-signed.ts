import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { callback, expectCallbackSignature, heard, orderedWith } from "../../steps/callbacks.ts";

export default defineCase({
  title: "What a callback is sent is signed by the target, for callbacks",
  requirements: ["MPLI-DEL-074@093806dc"],
  role: "provider",
  feature: "delivery",
  expects: "accept",
  hunts: "events that anyone could have sent",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const hook = await callback(t);
    await orderedWith(t, hook);
    for (const told of await heard(t, hook, 1)) await expectCallbackSignature(t, told);
  },
});
