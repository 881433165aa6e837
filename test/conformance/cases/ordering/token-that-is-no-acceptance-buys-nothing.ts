import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import {
  ACCEPTANCE_TYPE,
  ORDER_TYPE,
  accept,
  acceptanceOf,
  agreementIn,
  digestOf,
  placed,
  sell,
  standing,
  tokenOf,
} from "../../steps/orders.ts";

export default defineCase({
  title: "A token of another type buys nothing",
  requirements: ["MPLI-ORD-034@b5069dd7", "MPLI-ORD-036@3e884467"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "the order itself, sent again as its acceptance",
  since: "0.1",
  writes: true,

  async run(t: Exam) {
    const one = await placed(t, await sell(t), { hold: 600 });
    const acceptance = { order: digestOf(one.token) };
    const others = [
      tokenOf(one.by, ORDER_TYPE, acceptance),
      tokenOf(one.by, ACCEPTANCE_TYPE, { order: digestOf("another order") }),
      one.token,
    ];
    for (const token of others) {
      const { status } = await accept(t, one, token);
      t.that(status >= 400 && status < 500, "a refusal of what is no acceptance", `status ${status}`);
      t.equal(agreementIn(t, await standing(t, one))["state"], "OFFERED", "the state of the agreement is");
    }
    t.status(await accept(t, one, acceptanceOf(one)), 200);
  },
});
