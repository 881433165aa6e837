import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { callback } from "../../steps/callbacks.ts";
import { customer, orderOf, place, sell } from "../../steps/orders.ts";

export default defineCase({
  title: "An order whose callback is not at a public address is refused",
  requirements: ["MPLI-DEL-072@a1806acb"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "a node that is made to ask inside its own network",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const ware = await sell(t);
    const hook = await callback(t);
    const { port, pathname } = new URL(hook.address);
    const hosts = [
      "10.0.0.1",
      "192.168.1.1",
      "172.16.0.1",
      "169.254.169.254",
      "[fd00::1]",
      "[::ffff:10.0.0.1]",
    ];
    for (const host of hosts) {
      const by = customer();
      const inside = `https://${host}${port && `:${port}`}${pathname}`;
      t.refusal(await place(t, by, orderOf(ware, by, { callback: inside })), 422, "callback-refused");
    }
    t.equal(hook.asked().length, 0, "the number of requests that came is");
  },
});
