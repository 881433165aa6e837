import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { accept, acceptanceOf, agreementIn, customer, placed, sell, standing } from "../../steps/orders.ts";

export default defineCase({
  title: "An acceptance that the customer did not sign is refused",
  requirements: ["MPLI-ORD-037@d74399ee"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "whoever knows the digest of an order and buys in its name",
  since: "0.1",
  writes: true,

  async run(t: Exam) {
    const one = await placed(t, await sell(t), { hold: 600 });
    const other = customer();
    for (const signer of [other, { ...other, kid: one.by.kid }])
      t.refusal(await accept(t, one, acceptanceOf(one, signer)), 401, "signature-invalid");
    t.equal(agreementIn(t, await standing(t, one))["state"], "OFFERED", "the state of the agreement is");
    t.status(await accept(t, one, acceptanceOf(one)), 200);
  },
});
