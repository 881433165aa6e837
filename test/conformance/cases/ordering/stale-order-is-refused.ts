import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { customer, orderOf, place, refusesOrder, sell } from "../../steps/orders.ts";
import { seconds } from "../../steps/signed-requests.ts";

export default defineCase({
  title: "An order from the future, or whose time has passed, is refused",
  requirements: ["MPLI-ORD-017@61efe54b"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "an order that can be kept for a better day",
  since: "0.1",
  writes: true,

  async run(t: Exam) {
    const by = customer();
    const sound = orderOf(await sell(t), by);
    for (const [iat, exp] of [
      [400, 600],
      [-700, -400],
      [-86_400, -86_100],
    ] as const) {
      const times = { iat: seconds() + iat, exp: seconds() + exp };
      await refusesOrder(t, by, { ...sound, ...times }, [401, "signature-stale"]);
    }
    t.status(await place(t, by, sound), 201);
  },
});
