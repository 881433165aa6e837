import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { customer, orderOf, place, refusesOrder, sell, ware } from "../../steps/orders.ts";
import { NS } from "../../graph.ts";

export default defineCase({
  title: "An order from a country that the offer is not for is refused",
  requirements: ["MPLI-ORD-025@acdc0197"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "a country that nobody looks at",
  since: "0.1",
  writes: true,

  async run(t: Exam) {
    const by = customer();
    const sound = orderOf(await sell(t, ware({ prerequisite: { customerIn: "EU" } })), by);
    for (const country of [undefined, `${NS.place}US`])
      await refusesOrder(t, by, { ...sound, country }, [422, "prerequisites-missing"]);
    t.status(await place(t, by, { ...sound, country: `${NS.place}NL` }), 201);
  },
});
