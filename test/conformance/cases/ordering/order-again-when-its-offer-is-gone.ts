import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { placed, put, sell } from "../../steps/orders.ts";

export default defineCase({
  title: "An order that was taken is answered although its offer is gone",
  requirements: ["MPLI-ORD-011@47e249d6"],
  role: "provider",
  feature: "delivery",
  expects: "accept",
  hunts: "an order that is checked anew each time it comes",
  since: "0.1",
  writes: true,

  async run(t: Exam) {
    const one = await placed(t, await sell(t));
    await sell(t);
    const again = await put(t, one.id, one.token);
    t.status(again, 200);
    t.equal(again.json()["offer"], one.payload["offer"], "the offer of the order is");
  },
});
