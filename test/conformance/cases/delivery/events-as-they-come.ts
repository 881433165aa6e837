import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { eventsOf, lease, listen, numbersIn, planned } from "../../steps/runner.ts";

export default defineCase({
  title: "Whoever listens hears the events after `Last-Event-ID`, and those that come then",
  requirements: ["MPLI-DEL-034@4f375b4e"],
  role: "provider",
  feature: "delivery",
  expects: "accept",
  hunts: "a stream that begins anew each time, or ends with what there was",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const { one, ware } = await planned(t);
    const before = await eventsOf(t, one);
    const last = before.length - 1;
    const [stream] = await Promise.all([listen(t, one, last, before.length + 1), lease(t, ware, "apply")]);
    const heard = numbersIn(stream);
    t.equal(heard.slice(0, 2), [last + 1, last + 2], "the numbers that were heard first are");
  },
});
