import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { customer, orderOf, place, refusesOrder, sell } from "../../steps/orders.ts";

export default defineCase({
  title: "An order for an offer that is not in the manifest is refused",
  requirements: ["MPLI-ORD-018@f82cc379"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "an offer that is fetched from wherever the order says",
  since: "0.1",
  writes: true,

  async run(t: Exam) {
    const by = customer();
    const gone = await sell(t);
    const ware = await sell(t);
    const sound = orderOf(ware, by);
    const offers = [
      gone.offer,
      `${ware.offer}-2`,
      "https://elsewhere.example/offers/vm",
      t.endpoint("manifest"),
    ];
    for (const offer of offers) await refusesOrder(t, by, { ...sound, offer }, [404, "offer-unknown"]);
    t.status(await place(t, by, sound), 201);
  },
});
