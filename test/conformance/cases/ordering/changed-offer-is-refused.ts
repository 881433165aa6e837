import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { customer, orderOf, place, refusesOrder, sell, ware } from "../../steps/orders.ts";

export default defineCase({
  title: "An order for an offer that has changed since it was read is refused",
  requirements: ["MPLI-ORD-019@c3d8435f"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "a price that is compared and nothing else",
  since: "0.1",
  writes: true,

  sequence: [
    "Note over Provider: the offer changes",
    "Kit->>Provider: PUT /orders/{id}, with the old manifest",
    "Provider-->>Kit: 409 offer-changed",
  ],
  async run(t: Exam) {
    const by = customer();
    const offered = ware();
    const before = await sell(t, { ...offered, memory: "8 GiBy" });
    const now = await sell(t, { ...offered, memory: "4 GiBy" });
    await refusesOrder(t, by, orderOf(before, by), [409, "offer-changed"]);
    for (const manifest of [`sha256:${"0".repeat(64)}`, `sha256:${"f".repeat(64)}`])
      await refusesOrder(t, by, { ...orderOf(now, by), manifest }, [409, "offer-changed"]);
    t.status(await place(t, by, orderOf(now, by)), 201);
  },
});
