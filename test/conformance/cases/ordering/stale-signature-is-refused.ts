import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { placed, sell, standing } from "../../steps/orders.ts";
import { ask, seconds } from "../../steps/signed-requests.ts";

export default defineCase({
  title: "A signature of another time is refused",
  requirements: ["MPLI-ORD-003@9628b097"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "a time of creation that nobody looks at, or seconds taken for milliseconds",
  since: "0.1",
  writes: true,

  async run(t: Exam) {
    const order = await placed(t, await sell(t));
    const { by, address } = order;
    for (const [created, expires] of [
      [-400, -150],
      [-400, 200],
      [400, 600],
      [-200, -100],
    ] as const) {
      const parameters = { created: seconds() + created, expires: seconds() + expires };
      t.refusal(await ask(t, by, address, {}, { parameters }), 401, "signature-stale");
    }
    await standing(t, order);
  },
});
