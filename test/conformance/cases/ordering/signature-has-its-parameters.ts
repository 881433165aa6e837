import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { placed, sell, standing } from "../../steps/orders.ts";
import { ask } from "../../steps/signed-requests.ts";

export default defineCase({
  title: "A signature that lacks a parameter is refused",
  requirements: ["MPLI-ORD-002@cf314b34"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "a signature without an end, or without a nonce",
  since: "0.1",
  writes: true,

  async run(t: Exam) {
    const order = await placed(t, await sell(t));
    const { by, address } = order;
    for (const name of ["created", "expires", "keyid", "alg", "nonce"]) {
      const answer = await ask(t, by, address, {}, { parameters: { [name]: undefined } });
      t.refusal(answer, 401, "signature-incomplete");
    }
    await standing(t, order);
  },
});
