import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { callback, canonical, eventsOf, heard, orderedWith } from "../../steps/callbacks.ts";
import { documentIn, verify } from "../../steps/orders.ts";

export default defineCase({
  title: "A callback is sent each event, in the form of RFC 8785",
  requirements: ["MPLI-DEL-073@3073d374"],
  role: "provider",
  feature: "delivery",
  expects: "accept",
  hunts: "events that are written anew, or left out, on their way",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const hook = await callback(t);
    const order = await orderedWith(t, hook);
    t.status(await verify(t, order, documentIn(t, order.order)), 200);
    const events = await eventsOf(t, order);
    const told = await heard(t, hook, events.length);
    for (const { request, text, event } of told) {
      t.equal(request.method, "POST", "the method is");
      t.equal(
        request.headers["content-type"]?.split(";")[0],
        "application/cloudevents+json",
        "the type of the content is",
      );
      t.equal(text, canonical(event), "the text is");
    }
    const sorted = [...told].sort((a, b) => a.sequence - b.sequence).map(({ text }) => text);
    t.equal(sorted, events.map(canonical), "the events that came are");
  },
});
