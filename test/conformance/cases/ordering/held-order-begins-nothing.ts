import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { accept, acceptanceOf, placed, sell, standing } from "../../steps/orders.ts";
import { hasBegun } from "../../steps/agreements.ts";

export default defineCase({
  title: "Nothing is delivered while an offer is held, or once it is bought and not verified",
  requirements: ["MPLI-ORD-031@1a603c67"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "a purchase that is taken for a verification",
  since: "0.1",
  writes: true,

  async run(t: Exam) {
    const one = await placed(t, await sell(t), { hold: 60 });
    t.that(!hasBegun(await standing(t, one)), "no delivery of what is held", "a `state` of the delivery");
    t.status(await accept(t, one, acceptanceOf(one)), 200);
    t.that(
      !hasBegun(await standing(t, one)),
      "no delivery of what is not verified",
      "a `state` of the delivery",
    );
  },
});
