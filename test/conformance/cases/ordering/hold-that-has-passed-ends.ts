import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { accept, acceptanceOf, agreementIn, placed, sell, standing } from "../../steps/orders.ts";

export default defineCase({
  title: "An agreement ends when its hold has passed, and cannot be accepted any more",
  requirements: ["MPLI-ORD-035@78a3ea1c"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "an offer that is sold late because nobody looked",
  since: "0.1",
  writes: true,
  slow: true,
  async run(t: Exam) {
    const ware = await sell(t);
    const unwatched = await placed(t, ware, { hold: 1 });
    const one = await placed(t, ware, { hold: 1 });
    t.meanwhile();
    await t.eventually("the end of the hold", async () => {
      const { state } = agreementIn(t, await standing(t, one));
      return state === "TERMINATED" || undefined;
    });
    for (const ended of [one, unwatched]) {
      t.refusal(await accept(t, ended, acceptanceOf(ended)), 409, "agreement-ended");
      t.equal(
        agreementIn(t, await standing(t, ended))["state"],
        "TERMINATED",
        "the state of the agreement is",
      );
    }
  },
});
