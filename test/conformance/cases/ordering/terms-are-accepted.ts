import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { customer, orderOf, place, refusesOrder, sell, ware } from "../../steps/orders.ts";

const TERMS = "https://kit.example/terms";

export default defineCase({
  title: "An order that does not accept the terms of the offer is refused",
  requirements: ["MPLI-ORD-024@8670fa2a"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "consent that is taken for given",
  since: "0.1",
  writes: true,

  async run(t: Exam) {
    const by = customer();
    const sound = orderOf(await sell(t, ware({ prerequisite: { terms: TERMS } })), by);
    for (const terms of [undefined, [], [`${TERMS}-of-last-year`]])
      await refusesOrder(t, by, { ...sound, terms }, [422, "terms-not-accepted"]);
    t.status(await place(t, by, { ...sound, terms: [TERMS] }), 201);
  },
});
