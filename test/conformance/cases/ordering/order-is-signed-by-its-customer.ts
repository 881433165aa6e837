import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { customer, orderOf, place, put, sell, signOrder } from "../../steps/orders.ts";

export default defineCase({
  title: "An order that its customer did not sign is refused",
  requirements: ["MPLI-ORD-013@2c7e8a26"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "a signature by any key that can be found",
  since: "0.1",
  writes: true,

  async run(t: Exam) {
    const ware = await sell(t);
    const [by, other] = [customer(), customer()];
    const payload = orderOf(ware, by);
    // With another key under the customer's name, and under its own.
    for (const signer of [{ ...other, kid: by.kid }, other])
      t.refusal(await put(t, payload["id"], signOrder(signer, payload)), 401, "signature-invalid");
    const [header = "", , signature = ""] = signOrder(by, payload).split(".");
    const cheaper = signOrder(by, { ...payload, price: { amount: "1.00", currency: "EUR", per: "month" } });
    const forged = [header, cheaper.split(".")[1], signature].join(".");
    t.refusal(await put(t, payload["id"], forged), 401, "signature-invalid");
    t.status(await place(t, by, payload), 201);
  },
});
