import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { rows, running, use, used } from "../../steps/accounts.ts";

export default defineCase({
  title: "Other usage under an id that is known is refused, and with it all that came along",
  requirements: ["MPLI-DEL-122@36087dea"],
  role: "provider",
  feature: "delivery",
  expects: "refuse",
  hunts: "usage that grows afterwards",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const it = await running(t);
    const line = used(it);
    t.status(await use(t, it, [line]), 200);
    for (const more of [{ quantity: "13" }, { unit: "MBy{outbound}" }, { meter: "Traffic" }]) {
      const other = { ...line, ...more };
      t.refusal(await use(t, it, [other]), 409, "booked-otherwise");
      t.refusal(await use(t, it, [used(it), other]), 409, "booked-otherwise");
    }
    const fresh = used(it);
    t.refusal(await use(t, it, [fresh, { ...fresh, quantity: "1" }]), 409, "booked-otherwise");
    const traffic = (await rows(t, it)).filter(({ ConsumedQuantity }) => ConsumedQuantity !== null);
    t.equal(traffic.map(({ ConsumedQuantity }) => ConsumedQuantity).join(), "12.5", "what was used is");
  },
});
