import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { redrive } from "../../steps/callbacks.ts";
import { placed, sell } from "../../steps/orders.ts";

export default defineCase({
  title: "An event of an order without a callback is not sent",
  requirements: ["MPLI-DEL-083@cf8d36ee"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "success that means nothing",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const order = await placed(t, await sell(t));
    t.refusal(await redrive(t, order, 1), 409, "no-callback");
  },
});
