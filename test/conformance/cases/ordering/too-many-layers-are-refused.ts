import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { customer, digestOf, orderOf, place, refusesOrder, sell } from "../../steps/orders.ts";

export default defineCase({
  title: "An order with nine parties in its path is refused",
  requirements: ["MPLI-ORD-026@b531cd3a"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "orders that go from provider to provider for ever",
  since: "0.1",
  writes: true,

  async run(t: Exam) {
    const by = customer();
    const sound = orderOf(await sell(t), by);
    const path = Array.from({ length: 9 }, (_, index) => digestOf(`did:web:layer-${index}.example`));
    await refusesOrder(t, by, { ...sound, path }, [422, "too-many-layers"]);
    t.status(await place(t, by, { ...sound, path: path.slice(1) }), 201);
  },
});
