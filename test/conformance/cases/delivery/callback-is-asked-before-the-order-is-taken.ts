import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { callback, heard, orderedWith } from "../../steps/callbacks.ts";

export default defineCase({
  title: "The host of a callback is asked for its consent before anything is sent there",
  requirements: ["MPLI-DEL-070@c67f766b"],
  role: "provider",
  feature: "delivery",
  expects: "accept",
  hunts: "events that are sent to whoever is named",
  since: "0.1",
  writes: true,
  sequence: [
    "Kit->>Provider: PUT /orders/{id}, with a callback",
    "Provider->>Kit: OPTIONS, WebHook-Request-Origin",
    "Kit-->>Provider: 200, WebHook-Allowed-Origin",
    "Provider-->>Kit: 201",
  ],
  async run(t: Exam) {
    const hook = await callback(t, ({ headers }) => ({
      status: 200,
      headers: { "webhook-allowed-origin": headers["webhook-request-origin"] ?? "" },
    }));
    await orderedWith(t, hook);
    await heard(t, hook, 1);
    const [first] = hook.asked();
    t.equal(first?.method, "OPTIONS", "the first request to the callback is");
    const { hostname } = new URL(t.origin);
    t.equal(first?.headers["webhook-request-origin"], hostname, "WebHook-Request-Origin is");
  },
});
