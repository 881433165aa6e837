import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { customer, orderOf, place, refusesOrder, sell, ware } from "../../steps/orders.ts";

export default defineCase({
  title: "An order that does not meet a prerequisite of the offer is refused",
  requirements: ["MPLI-ORD-025@acdc0197"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "prerequisites that only matching looks at",
  since: "0.1",
  writes: true,

  async run(t: Exam) {
    const by = customer();
    const asks = ware({ prerequisite: { ask: "legal-person" } });
    const found = await sell(t, asks, ware({ prerequisite: { customerIn: "EU" } }));
    const sound = orderOf(found, by);
    for (const presents of [undefined, [], ["natural-person"]])
      await refusesOrder(t, by, { ...sound, presents }, [422, "prerequisites-missing"]);
    t.status(await place(t, by, { ...sound, presents: ["legal-person"] }), 201);
  },
});
