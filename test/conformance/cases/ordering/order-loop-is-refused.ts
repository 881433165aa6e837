import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { customer, digestOf, orderOf, place, refusesOrder, sell } from "../../steps/orders.ts";

export default defineCase({
  title: "An order that has been here before is refused",
  requirements: ["MPLI-ORD-027@b1b2b798"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "a loop that is seen only where it ends at once",
  since: "0.1",
  writes: true,

  async run(t: Exam) {
    const by = customer();
    const found = await sell(t);
    const sound = orderOf(found, by);
    const own = digestOf(found.provider);
    const others = ["a", "b"].map((name) => digestOf(`did:web:${name}.example`));
    for (const path of [[own], [own, ...others], [...others, own]])
      await refusesOrder(t, by, { ...sound, path }, [422, "order-loop"]);
    t.status(await place(t, by, { ...sound, path: others }), 201);
  },
});
