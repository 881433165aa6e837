import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { type EventAnswer, callback } from "../../steps/callbacks.ts";
import { customer, orderOf, place, sell } from "../../steps/orders.ts";

export default defineCase({
  title: "An order whose callback does not consent is refused",
  requirements: ["MPLI-DEL-071@c69afb95"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "a status of 200 that is taken for consent",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const ware = await sell(t);
    const consent = (value: string, status = 200): EventAnswer => ({
      status,
      headers: { "webhook-allowed-origin": value },
    });
    const { hostname } = new URL(t.origin);
    const answers: readonly EventAnswer[] = [
      200,
      204,
      consent("another.example"),
      consent(`${hostname}, another.example`),
      consent(`${hostname}.another.example`),
      consent("*", 405),
      consent("*", 500),
      { status: 307, headers: { "webhook-allowed-origin": "*", location: "/kit/elsewhere" } },
    ];
    for (const answer of answers) {
      const hook = await callback(t, () => answer);
      const by = customer();
      const refused = await place(t, by, orderOf(ware, by, { callback: hook.address }));
      t.refusal(refused, 422, "callback-refused");
      t.equal(hook.told().length, 0, "the number of events that were sent is");
    }
  },
});
