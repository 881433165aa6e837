import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { PRICE, customer, orderOf, place, refusesOrder, sell } from "../../steps/orders.ts";

export default defineCase({
  title: "An order at another price is refused, and told both prices",
  requirements: ["MPLI-ORD-022@224630a3"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "a price that is taken when it is higher, or in whatever currency",
  since: "0.1",
  writes: true,

  async run(t: Exam) {
    const by = customer();
    const sound = orderOf(await sell(t), by);
    for (const amount of ["3.99", "4.01", "4.000001", "0"]) {
      const price = { ...PRICE, amount };
      const problem = await refusesOrder(t, by, { ...sound, price }, [409, "price-differs"]);
      t.equal(Number(problem["asked"]), Number(amount), "`asked` is");
      t.equal(Number(problem["current"]), 4, "`current` is");
    }
    for (const other of [{ currency: "USD" }, { per: "year" }, { per: "hour" }])
      await refusesOrder(t, by, { ...sound, price: { ...PRICE, ...other } }, [409, "price-differs"]);
    t.status(await place(t, by, { ...sound, price: { ...PRICE, amount: "4" } }), 201);
  },
});
