import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { agreementIn, customer, decline, placed, sell, standing } from "../../steps/orders.ts";

export default defineCase({
  title: "An agreement is ended by its parties alone",
  requirements: ["MPLI-ORD-057@8e5b55ec", "MPLI-ORD-006@de3e444d"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "an end that anyone may bring about",
  since: "0.1",
  writes: true,

  async run(t: Exam) {
    const held = await placed(t, await sell(t), { hold: 600 });
    t.refusal(await decline(t, { ...held, by: customer() }), 404, "no-such-order");
    const address = `${held.address}/agreement/termination`;
    t.refusal(await t.request(address, { method: "POST" }), 401, "signature-missing");
    t.equal(agreementIn(t, await standing(t, held))["state"], "OFFERED", "the state of the agreement is");
  },
});
